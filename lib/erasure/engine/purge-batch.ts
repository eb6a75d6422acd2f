import { type SQL, sql } from "drizzle-orm";
import { assignments, blanksOf, isUnblanked } from "./blanks";
import { type Cursor, endOfRange, keyList, rangeColumns, within } from "./key-range";
import type { PlanStep } from "./plan";
import { columnOf } from "./reach";
import { changedBy, type Executor, rowsOf } from "./statements";

/** What one batch did: rows erased or blanked, where it got to, and whether the step is done. */
export type BatchResult = { rows: number; cursor: Cursor | null; isDone: boolean };

/**
 * Erases or blanks at most `limit` rows of one step, inside the caller's transaction.
 *
 * Repeatable: what is done is not found again. Rows that form one range of the primary key are
 * taken range by range, so that no batch walks the dead index entries of the last; other rows are
 * looked up by their index and taken by key.
 */
export async function purgeBatch(
  tx: Executor,
  step: PlanStep,
  { cursor, limit, now }: { cursor: Cursor | null; limit: number; now: Date },
): Promise<BatchResult> {
  if (step.action !== "erase" && step.blanks.size === 0) {
    return { rows: 0, cursor: null, isDone: true };
  }
  const columns = rangeColumns(step);
  return columns === null
    ? await lookedUpBatch(tx, step, limit, now)
    : await rangeBatch(tx, step, columns, cursor, limit, now);
}

async function rangeBatch(
  tx: Executor,
  step: PlanStep,
  columns: readonly string[],
  cursor: Cursor | null,
  limit: number,
  now: Date,
): Promise<BatchResult> {
  const end = await endOfRange(tx, step, columns, cursor, limit);
  const rows = await changedBy(tx, change(step, within(step, columns, cursor, end), now));
  if (end !== null) return { rows, cursor: end, isDone: false };

  // A writer that was under way may have left rows behind the cursor: start over until none are.
  const [left] = await rowsOf(
    tx,
    sql`select 1 from ${step.table.table} where ${todo(step)} limit 1`,
  );
  return { rows, cursor: null, isDone: left === undefined };
}

async function lookedUpBatch(
  tx: Executor,
  step: PlanStep,
  limit: number,
  now: Date,
): Promise<BatchResult> {
  const [lead, ...rest] = step.table.primaryKey;
  if (lead === undefined) throw new RangeError(`"${step.table.name}" has no primary key.`);
  const picked = await rowsOf(
    tx,
    sql`select ${keyList(step, [lead, ...rest])} from ${step.table.table} where ${todo(step)} limit ${limit}`,
  );

  let rows = 0;
  for (const keys of byLeadingKey(picked, rest.length > 0)) {
    // The reach once more: a row that has changed hands since it was picked is left alone.
    const where = sql`${isOneOf(step, [lead, ...rest], keys)} and ${step.found.predicate}`;
    rows += await changedBy(tx, change(step, where, now));
  }
  return { rows, cursor: null, isDone: picked.length < limit };
}

/** Keys with more than one column are grouped by the first, so that each group is on one server. */
function byLeadingKey(
  rows: readonly Record<string, unknown>[],
  isComposite: boolean,
): Iterable<string[][]> {
  const keys = rows.map((row) => Object.values(row).map(String));
  if (!isComposite) return keys.length === 0 ? [] : [keys];
  const groups = new Map<string, string[][]>();
  for (const key of keys) groups.set(key[0] ?? "", [...(groups.get(key[0] ?? "") ?? []), key]);
  return groups.values();
}

/** Keys of one group: the first column is compared once, the others as a list. */
function isOneOf(step: PlanStep, columns: readonly string[], keys: readonly string[][]): SQL {
  const [lead = "", ...rest] = columns;
  const list = (of: readonly string[]) =>
    sql.join(
      of.map((value) => sql`${value}`),
      sql`, `,
    );
  if (rest.length === 0) {
    return sql`${columnOf(step.table, lead)} in (${list(keys.map(([key = ""]) => key))})`;
  }
  const tuples = keys.map(([, ...key]) => sql`(${list(key)})`);
  return sql`${columnOf(step.table, lead)} = ${keys[0]?.[0]} and (${keyList(step, rest)}) in (${sql.join(tuples, sql`, `)})`;
}

function change(step: PlanStep, where: SQL, now: Date): SQL {
  return step.action === "erase"
    ? sql`delete from ${step.table.table} where ${where}`
    : sql`update ${step.table.table} set ${assignments(step, now)} where ${where} and ${isUnblanked(step.table, step.blanks)}`;
}

/** The rows a step still has to do. */
export function todo(step: PlanStep): SQL {
  return step.action === "erase"
    ? step.found.predicate
    : sql`${step.found.predicate} and ${isUnblanked(step.table, blanksOf(step))}`;
}
