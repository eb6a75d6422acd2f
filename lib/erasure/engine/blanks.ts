import { type SQL, sql } from "drizzle-orm";
import { isMoment } from "./is-moment";
import type { Blanks, PlanStep } from "./plan";
import { columnOf } from "./reach";
import { sqlType } from "./sql-type";
import type { TableInfo } from "./tables";

/** The columns to blank in a step, none for an erasure. */
export function blanksOf(step: PlanStep): Blanks {
  return step.action === "erase" ? new Map() : step.blanks;
}

/** `column = value, ...` for an update; a moment is a parameter, never the server's clock. */
export function assignments(step: PlanStep, now: Date): SQL {
  return sql.join(
    [...blanksOf(step)].map(([key, value]) => {
      const column = columnOf(step.table, key);
      // As text, because a schema may have its moments as text or as dates.
      const next = isMoment(value)
        ? sql`${now.toISOString()}::${sqlType(column)}`
        : sql.param(value, column);
      return sql`${sql.identifier(column.name)} = ${next}`;
    }),
    sql`, `,
  );
}

/**
 * True of a row in which something is still to be blanked.
 *
 * It makes a repeated blanking change nothing and count nothing.
 */
export function isUnblanked(table: TableInfo, blanks: Blanks): SQL {
  const each = [...blanks].flatMap(([key, value]) => {
    const column = columnOf(table, key);
    if (isMoment(value)) return [];
    return value === null
      ? [sql`${column} is not null`]
      : [sql`${column} is distinct from ${sql.param(value, column)}`];
  });
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
}
