import { setTimeout as pause } from "node:timers/promises";
import type { Child } from "./child";

type SupervisedChild = { pid(): number; stop(): Promise<void> };

const firstPause = 500;
const longestPause = 30_000;
const healthyAfter = 60_000;

/**
 * Keeps a child running: one that ends by itself is started again, after half a second at first and
 * twice as long each time, until one has lived for a minute.
 */
export async function supervise(
  start: () => Promise<Child>,
  onRestart: (end: string, pauseMilliseconds: number) => void,
): Promise<SupervisedChild> {
  const stopping = new AbortController();
  let child = await start();
  const watching = watch();

  return {
    pid: () => child.pid,
    async stop() {
      stopping.abort();
      await child.stop();
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let wait = firstPause;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const end = await child.ended;
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt > healthyAfter) wait = firstPause;
      onRestart(end, wait);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      child = await start();
      wait = Math.min(wait * 2, longestPause);
    }
  }
}
