import { sql } from "drizzle-orm";
import { findUnknownReferences } from "./find-unknown-references";
import type { Plan } from "./plan";
import { type Executor, rowsOf } from "./statements";

/**
 * Whether a purge may leave out the check that fires for every parent row it deletes.
 *
 * That check is most of what a purge costs, and it has nothing to find: children go first. A writer
 * who adds a child in between holds the parent's row lock until it commits, so its row is there
 * when verification looks; that is sound only where every row to erase is found by the subject's
 * own keys, and not through a parent that is gone by then, and where no foreign key leads to these
 * tables that only the database knows.
 *
 * Needs `grant set on parameter session_replication_role` (PostgreSQL 15); without it the purge
 * goes on with the checks.
 */
export async function maySkipReferentialTriggers(executor: Executor, plan: Plan): Promise<boolean> {
  const isFoundByKeys = plan.steps.every((step) => step.action !== "erase" || step.found.isByKeys);
  if (!isFoundByKeys) return false;
  const [row] = await rowsOf(
    executor,
    sql`select has_parameter_privilege('session_replication_role', 'set') as granted`,
  );
  return row?.granted === true && (await findUnknownReferences(executor, plan)).length === 0;
}
