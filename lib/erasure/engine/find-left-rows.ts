import { type SQL, sql } from "drizzle-orm";
import { isUnblanked } from "./blanks";
import { inOneProcess } from "./in-one-process";
import { leftReferences } from "./left-references";
import type { Plan, PlanStep } from "./plan";
import type { Residue } from "./residue";
import { type Executor, rowsOf, type Transactor } from "./statements";
import { readTableSizes, type TableSize } from "./table-sizes";
import { columnOf } from "./tables";

/**
 * Finds what a plan should have left nothing of: rows by every reach, blanked columns that are not
 * blank, and, by their value, references that the reach no longer finds once it is blank itself.
 *
 * Counts all, although one would be enough to know, and never by an index alone: the planner's
 * statistics are from before the purge. By them a search for one row would be over at the table's
 * beginning, and an index would tell without the table, whose pages nobody has pruned since. So a
 * table that was mostly the subject's is read once and in order, and others by their index.
 *
 * @param readers how many tables are read at once, each on a connection of its own; largest first.
 * @param onRead called after each, in no transaction.
 */
export async function findLeftRows<TTx extends Executor>(
  db: Transactor<TTx> & Executor,
  plan: Plan,
  readers = 1,
  onRead: () => Promise<void> = async () => {},
): Promise<Residue[]> {
  const sizes = readers === 1 ? new Map<string, TableSize>() : await readTableSizes(db, plan);
  const blocks = ({ table }: PlanStep) => sizes.get(table.name)?.blocks ?? 0;
  const steps = inTurn(plan.steps.toSorted((one, other) => blocks(other) - blocks(one)));
  const read = async () => {
    const residue: Residue[] = [];
    for (const step of steps) {
      const left = await inOneProcess(db, (tx) => countLeftRows(tx, step, plan), noIndexAlone);
      residue.push(...left);
      await onRead();
    }
    return residue;
  };
  return mostAtEachPlace((await Promise.all(Array.from({ length: readers }, read))).flat());
}

/** Each step to the reader that is free next; when one fails, the others get no more. */
function* inTurn(steps: readonly PlanStep[]): Generator<PlanStep> {
  yield* steps;
}

const noIndexAlone = sql`, set_config('enable_indexonlyscan', 'off', true)`;

async function countLeftRows(executor: Executor, step: PlanStep, plan: Plan): Promise<Residue[]> {
  const residue: Residue[] = [];
  for (const { kind, column, where } of checksOn(step, plan)) {
    const [counted] = await rowsOf(
      executor,
      sql`select count(*) as rows from ${step.table.table} where ${where}`,
    );
    const rows = Number(counted?.rows ?? 0);
    if (rows > 0) residue.push({ kind, table: step.table.name, column, rows });
  }
  return residue;
}

/** What several steps or reaches find at one place may be the same rows. */
function mostAtEachPlace(found: readonly Residue[]): Residue[] {
  const most = new Map<string, Residue>();
  for (const one of found) {
    const place = `${one.kind} ${one.table} ${one.column}`;
    if (one.rows > (most.get(place)?.rows ?? 0)) most.set(place, one);
  }
  return [...most.values()];
}

type Check = { kind: "row" | "unblanked"; column: string | null; where: SQL };

function checksOn(step: PlanStep, plan: Plan): Check[] {
  const { predicate } = step.found;
  if (step.action === "erase") return [{ kind: "row", column: null, where: predicate }];
  return [...step.blanks].flatMap(([key, value]) => {
    const isLeft = isUnblanked(step.table, new Map([[key, value]]));
    return [predicate, ...leftReferences(step, key, plan)].map((where) => ({
      kind: "unblanked" as const,
      column: columnOf(step.table, key).name,
      where: sql`${where} and ${isLeft}`,
    }));
  });
}
