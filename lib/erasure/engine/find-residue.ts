import { findIdentifiers, type SearchOptions } from "./find-identifiers";
import { findLeftRows } from "./find-left-rows";
import type { Plan } from "./plan";
import type { Residue } from "./residue";
import type { Executor, Transactor } from "./statements";

export type { Residue } from "./residue";

/**
 * Looks for what a purge should have left nothing of: rows by any reach of the plans, blanked
 * columns that are not, and the subjects' identifiers in whatever text the database still holds.
 *
 * Reads what is there now, and does not ask the journal what was done.
 *
 * @param purged the plan, or all plans of one run: places that several have in common are read once.
 * @param options `readers`: how many tables are counted at once, one unless told otherwise.
 */
export async function findResidue<TTx extends Executor>(
  db: Transactor<TTx> & Executor,
  purged: Plan | readonly Plan[],
  identifiers: readonly string[],
  { readers, ...options }: SearchOptions & { readers?: number } = {},
): Promise<Residue[]> {
  const plans = [purged].flat();
  const residue: Residue[] = [];
  for (const plan of plans) {
    residue.push(...(await findLeftRows(db, plan, readers, options.onPage)));
  }
  return [...residue, ...(await findIdentifiers(db, plans, identifiers, options))];
}
