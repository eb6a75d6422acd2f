import type { Plan } from "./plan";
import { purgeBatch } from "./purge-batch";
import type { Executor } from "./statements";

/**
 * Executes a plan whole, in the caller's transaction and in some of its tables alone.
 *
 * For copies that nobody else sees yet: it asks nobody whether it may, and keeps no record.
 *
 * @param tables by their keys in the schema.
 */
export async function purgeAtOnce(
  tx: Executor,
  plan: Plan,
  { tables, now }: { tables: ReadonlySet<string>; now: Date },
): Promise<void> {
  for (const [ordinal, step] of plan.steps.entries()) {
    if (!tables.has(step.table.key)) continue;
    await purgeBatch(tx, { ordinal, step, cursor: null, way: { by: "rest" } }, now);
  }
}
