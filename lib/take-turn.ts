import { AsyncLocalStorage } from "node:async_hooks";
import { bulkhead } from "cockatiel";
import { oncePerProcess } from "./once-per-process";

/**
 * How many requests the process works for at once, and how many may wait for that. The pool has ten
 * connections; more than this would only make everybody wait longer than they do.
 */
const limits = { atWork: 64, waiting: 192 };

const turns = oncePerProcess("turns", () => ({
  gate: bulkhead(limits.atWork, limits.waiting),
  taken: new AsyncLocalStorage<true>(),
}));

/**
 * Does work for a request as soon as it is its turn; work inside of that has it already.
 *
 * @throws {BulkheadRejectedError} at once, where too many wait.
 */
export async function takeTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (turns.taken.getStore()) return await work();
  return await turns.gate.execute(() => turns.taken.run(true, work));
}

/** Whether the next one would be turned away. */
export function isTurnedAway(): boolean {
  return turns.gate.executionSlots === 0 && turns.gate.queueSlots === 0;
}

/** Whether this is work that has its turn. */
export function hasTurn(): boolean {
  return turns.taken.getStore() ?? false;
}
