import type { Child } from "./child";
import { DemoError } from "./demo-error";
import { poll } from "./poll";

/** Waits until the app serves a page. @throws {DemoError} when it ends before, or takes a minute. */
export async function waitForApp(app: Child, port: number, signal: AbortSignal): Promise<void> {
  let end: string | null = null;
  void app.ended.then((how) => {
    end = how;
  });
  const isUp = await poll(async () => {
    signal.throwIfAborted();
    if (end !== null) throw new DemoError(`The app ended (${end}):\n${await app.lastWords()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/data-deletion`).catch(() => null);
    return answer?.ok ?? false;
  }, 60_000);
  if (!isUp) throw new DemoError(`The app does not answer:\n${await app.lastWords()}`);
}
