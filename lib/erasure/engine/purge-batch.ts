import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { arrayOf } from "./array-of";
import { assignments, blanksOf, isUnblanked } from "./blanks";
import type { Cursor } from "./cursor";
import { isListed } from "./is-one-of";
import type { StepResult } from "./journal";
import { endOfRange, rangeColumns, within } from "./key-range";
import type { Portion } from "./next-batch";
import type { PlanStep } from "./plan";
import { changedBy, type Executor, rowsOf } from "./statements";
import { columnOf } from "./tables";

/** Keys of rows for batches to come, in one worker's memory. `isAll`: no other rows were there. */
export type Picked = { keys: readonly string[][]; isAll: boolean };

type Changed = StepResult & { isAtEnd: boolean; picked?: Picked | undefined };

/**
 * Erases or blanks one step's share of a batch, inside the caller's transaction.
 *
 * Repeatable: what is done is not found again. Blocks and key ranges are gone through once, so that
 * no batch walks the dead index entries of the last; other rows are looked up by their index and
 * taken by key. At the end of its last range a step is not yet done: `isAtEnd` says that what is
 * left, if anything, lies behind.
 *
 * @param picked where rows are looked up, the keys from which this batch takes; what it leaves of them is
 * for the next, once it is committed.
 */
export async function purgeBatch(
  tx: Executor,
  portion: Portion,
  now: Date,
  picked?: Picked,
): Promise<Changed> {
  const { ordinal, step, cursor, way } = portion;
  switch (way.by) {
    case "rest": {
      const rows = await changeRest(tx, step, cursor, now);
      // Without a cursor nothing lies behind.
      const isAll = cursor === null;
      return { ordinal, rows, cursor: null, isDone: isAll, isAtEnd: !isAll };
    }
    case "blocks": {
      const from = cursor !== null && "block" in cursor ? cursor.block : 0;
      const where = sql`${step.found.predicate} and ${isInBlocks(from, way.isLast ? null : way.upTo)}`;
      const rows = await changedBy(tx, change(step, where, now));
      const next = way.isLast ? null : { block: way.upTo };
      return { ordinal, rows, cursor: next, isDone: false, isAtEnd: way.isLast };
    }
    case "keys":
      return { ordinal, ...(await changeRange(tx, step, cursor, way.limit, now)) };
    case "lookup":
      return { ordinal, ...(await changeLookedUp(tx, step, way.limit, now, picked)) };
  }
}

/** Whether rows of a step are still there, or have come since it passed their place. */
export async function isAnyLeft(executor: Executor, step: PlanStep): Promise<boolean> {
  const rows = await rowsOf(
    executor,
    sql`select 1 from ${step.table.table} where ${todo(step)} limit 1`,
  );
  return rows.length > 0;
}

/** The rows a step still has to do. */
export function todo(step: PlanStep): SQL {
  return step.action === "erase"
    ? step.found.predicate
    : sql`${step.found.predicate} and ${isUnblanked(step.table, blanksOf(step))}`;
}

async function changeRest(
  tx: Executor,
  step: PlanStep,
  cursor: Cursor | null,
  now: Date,
): Promise<number> {
  if (step.action !== "erase" && step.blanks.size === 0) return 0;
  return await changedBy(tx, change(step, rest(step, cursor), now));
}

function rest(step: PlanStep, cursor: Cursor | null): SQL {
  const columns = rangeColumns(step);
  if (cursor === null) return step.found.predicate;
  if ("block" in cursor) return sql`${step.found.predicate} and ${isInBlocks(cursor.block, null)}`;
  return columns === null ? step.found.predicate : within(step, columns, cursor.after, null);
}

/** As text, because a `tid` has no parameter type of its own in any driver. */
function isInBlocks(from: number, upTo: number | null): SQL {
  const start = sql`ctid >= ${`(${from},0)`}::text::tid`;
  return upTo === null ? start : sql`${start} and ctid < ${`(${upTo},0)`}::text::tid`;
}

async function changeRange(
  tx: Executor,
  step: PlanStep,
  cursor: Cursor | null,
  limit: number,
  now: Date,
): Promise<Omit<StepResult, "ordinal"> & { isAtEnd: boolean }> {
  const columns = rangeColumns(step);
  if (columns === null) throw new RangeError(`"${step.table.name}" is no range of its key.`);
  const after = cursor !== null && "after" in cursor ? cursor.after : null;
  const end = await endOfRange(tx, step, columns, after, limit);
  const rows = await changedBy(tx, change(step, within(step, columns, after, end), now));
  return {
    rows,
    cursor: end === null ? null : { after: end },
    isDone: false,
    isAtEnd: end === null,
  };
}

async function changeLookedUp(
  tx: Executor,
  step: PlanStep,
  limit: number,
  now: Date,
  picked: Picked | undefined,
): Promise<Omit<Changed, "ordinal">> {
  if (picked === undefined) throw new RangeError(`No keys of "${step.table.name}" were picked.`);
  const { keys, isAll } = picked;
  const columns = step.table.primaryKey;
  let rows = 0;
  for (const group of byLeadingKey(keys.slice(0, limit), columns.length > 1)) {
    // The reach once more: a row that has changed hands since it was picked is left alone.
    const where = sql`${isKeyIn(step, columns, group)} and ${step.found.holds}`;
    rows += await changedBy(tx, change(step, where, now));
  }
  const later = keys.slice(limit);
  return {
    rows,
    cursor: null,
    isDone: false,
    isAtEnd: isAll && later.length === 0,
    picked: later.length === 0 ? undefined : { keys: later, isAll },
  };
}

/** Keys with more than one column are grouped by the first, so that each group is on one server. */
function byLeadingKey(
  keys: readonly string[][],
  isComposite: boolean,
): Iterable<readonly string[][]> {
  if (!isComposite) return keys.length === 0 ? [] : [keys];
  return Map.groupBy(keys, ([lead]) => lead).values();
}

/** Keys of one group: the first column is compared once, each of the others as one list. */
function isKeyIn(step: PlanStep, columns: readonly string[], keys: readonly string[][]): SQL {
  const [lead, ...others] = columns.map((name, at) => ({
    column: columnOf(step.table, name),
    values: keys.map((key) => key[at] ?? ""),
  }));
  if (lead === undefined) throw new RangeError(`"${step.table.name}" has no primary key.`);
  if (others.length === 0) return isListed(lead.column, lead.values);
  const isOfGroup = sql`${lead.column} = ${lead.values[0]}`;
  const [other, ...more] = others;
  if (other !== undefined && more.length === 0) {
    // As a list, not from an inner query's rows: the server then takes the key's index.
    return sql`${isOfGroup} and ${isListed(other.column, other.values)}`;
  }
  const list = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);
  const tuples = list(others.map(({ column, values }) => arrayOf(column, values)));
  return sql`${isOfGroup} and
    (${list(others.map(({ column }) => column))}) in (select * from unnest(${tuples}))`;
}

function change(step: PlanStep, where: SQL, now: Date): SQL {
  return step.action === "erase"
    ? sql`delete from ${step.table.table} where ${where}`
    : sql`update ${step.table.table} set ${assignments(step, now)} where ${where} and ${isUnblanked(step.table, step.blanks)}`;
}
