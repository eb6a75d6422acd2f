import { setTimeout as pause } from "node:timers/promises";

const warmUps = 50;

/**
 * The life of a process that is a load: each operation is started by the clock, whether or not the last is
 * done, until the parent asks for the samples. A latency counts from the moment that an operation was
 * due. Ends with its parent.
 *
 * @param operate says what it has done.
 */
export async function workSteadily(
  perSecond: number,
  operate: (turn: number) => Promise<string>,
): Promise<void> {
  const samples: { dueAt: number; ms: number; operation: string }[] = [];
  let isStopping = false;
  process.once("disconnect", () => process.exit());
  process.once("message", () => {
    isStopping = true;
  });
  await Promise.all(Array.from({ length: warmUps }, (_, turn) => operate(turn)));
  process.send?.("ready");

  const startedAt = clock();
  const underWay = new Set<Promise<void>>();
  for (let turn = 0; !isStopping; turn += 1) {
    const dueAt = startedAt + (turn * 1_000) / perSecond;
    const wait = dueAt - clock();
    if (wait > 0) await pause(wait);
    const operating = operate(turn).then((operation) => {
      samples.push({ dueAt, ms: clock() - dueAt, operation });
      underWay.delete(operating);
    });
    underWay.add(operating);
  }
  await Promise.all(underWay);
  process.send?.(samples, () => process.exit());
}

function clock(): number {
  return performance.timeOrigin + performance.now();
}
