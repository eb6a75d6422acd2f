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
  for (const [first, keys] of groupByFirst(picked)) {
    const isFirst = sql`${columnOf(step.table, lead)} = ${first}`;
    const where = rest.length === 0 ? isFirst : sql`${isFirst} and ${isOneOf(step, rest, keys)}`;
    rows += await changedBy(tx, change(step, where, now));
  }
  return { rows, cursor: null, isDone: picked.length < limit };
}

/** One statement per leading key, so that each goes to the one server that has it. */
function groupByFirst(rows: readonly Record<string, unknown>[]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const row of rows) {
    const [first = "", ...rest] = Object.values(row).map(String);
    groups.set(first, [...(groups.get(first) ?? []), rest]);
  }
  return groups;
}

function isOneOf(step: PlanStep, columns: readonly string[], keys: readonly string[][]): SQL {
  const tuples = keys.map(
    (key) =>
      sql`(${sql.join(
        key.map((value) => sql`${value}`),
        sql`, `,
      )})`,
  );
  return sql`(${keyList(step, columns)}) in (${sql.join(tuples, sql`, `)})`;
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
