import { expect } from "vitest";
import { findResidue } from "../find-residue";
import type { Plan } from "../plan";
import type { Executor, Transactor } from "../statements";
import { expectCounts, expectRows } from "./expect-outcome";
import { type Outcome, purgedAt } from "./outcome";
import { type PurgeOptions, purgePlan } from "./purge-plan";
import { type AllRows, readRows } from "./read-rows";

/**
 * The subject's rows go, all others stay byte for byte, no batch is larger than asked for, every
 * count is the difference, nothing is found afterwards, and a second purge does nothing.
 */
export async function expectExactPurge<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  schema: Readonly<Record<string, unknown>>,
  plan: Plan,
  outcomeFor: (rows: AllRows) => Outcome,
  options: Omit<PurgeOptions, "now">,
): Promise<void> {
  const now = new Date(purgedAt);
  const outcome = outcomeFor(await readRows(database, schema));

  const purged = await purgePlan(database, plan, { ...options, now });

  const left = await readRows(database, schema);
  expectRows(left, outcome);
  expectCounts(purged, outcome);
  expect(purged.largestBatch).toBeLessThanOrEqual(options.maxRows);
  expect(await findResidue(database, plan, [])).toEqual([]);

  const again = await purgePlan(database, plan, { maxRows: options.maxRows, now });
  expect(Object.entries(again.done).filter(([, rows]) => rows > 0)).toEqual([]);
  expect(await readRows(database, schema)).toEqual(left);
}
