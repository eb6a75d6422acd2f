import { setTimeout as pause } from "node:timers/promises";

/** Asks again every tenth of a second until the answer is yes. False when the time is up. */
export async function poll(
  question: () => Promise<boolean>,
  withinMilliseconds: number,
): Promise<boolean> {
  const deadline = performance.now() + withinMilliseconds;
  while (!(await question())) {
    if (performance.now() >= deadline) return false;
    await pause(100);
  }
  return true;
}
