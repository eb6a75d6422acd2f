import { setTimeout } from "node:timers/promises";

/** So long at most until a pause notices that it is to end. */
const noticedWithinMs = 50;

/** Waits so long, or until somebody wants to stop. */
export async function pause(milliseconds: number, shouldStop: () => boolean): Promise<void> {
  const until = performance.now() + milliseconds;
  while (!shouldStop()) {
    const left = until - performance.now();
    if (left <= 0) return;
    await setTimeout(Math.min(left, noticedWithinMs));
  }
}
