import { type SQL, sql } from "drizzle-orm";
import type { PlanStep } from "./plan";
import { sqlType } from "./sql-type";
import { type Executor, rowsOf } from "./statements";
import { columnOf } from "./tables";

/**
 * The key columns that order a subject's rows within one contiguous range of the primary key.
 *
 * @returns null when the rows are not such a range, and have to be looked up instead.
 */
export function rangeColumns(step: PlanStep): readonly string[] | null {
  const { found, table } = step;
  const lead = table.primaryKey.slice(0, found.fixed.size);
  const isPrefix = found.isExact && lead.every((column) => found.fixed.has(column));
  const rest = table.primaryKey.slice(found.fixed.size);
  return isPrefix && rest.length > 0 ? rest : null;
}

/** The key of the `limit`th row after that of `after`, or null when fewer are left. */
export async function endOfRange(
  executor: Executor,
  step: PlanStep,
  columns: readonly string[],
  after: readonly string[] | null,
  limit: number,
): Promise<readonly string[] | null> {
  const keys = keyList(step, columns);
  const [row] = await rowsOf(
    executor,
    sql`select ${keys} from ${step.table.table} where ${within(step, columns, after, null)} order by ${keys} offset ${limit - 1} limit 1`,
  );
  return row === undefined ? null : Object.values(row).map(String);
}

/** The subject's rows after `after`, up to and including `end`. */
export function within(
  step: PlanStep,
  columns: readonly string[],
  after: readonly string[] | null,
  end: readonly string[] | null,
): SQL {
  const keys = keyList(step, columns);
  const from = after === null ? [] : [sql`(${keys}) > (${values(step, columns, after)})`];
  const upTo = end === null ? [] : [sql`(${keys}) <= (${values(step, columns, end)})`];
  return sql.join([step.found.predicate, ...from, ...upTo], sql` and `);
}

export function keyList(step: PlanStep, columns: readonly string[]): SQL {
  return sql.join(
    columns.map((column) => columnOf(step.table, column)),
    sql`, `,
  );
}

function values(step: PlanStep, columns: readonly string[], key: readonly string[]): SQL {
  return sql.join(
    columns.map((column, at) => {
      const here = columnOf(step.table, column);
      const value = key[at];
      if (value === undefined) throw new RangeError(`The key lacks a value for "${here.name}".`);
      return sql`${value}::${sqlType(here)}`;
    }),
    sql`, `,
  );
}
