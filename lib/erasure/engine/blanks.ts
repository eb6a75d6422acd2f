import { and, type SQL, sql } from "drizzle-orm";
import { type Blanks, blankedValue, isNotBlank } from "./blanked-value";
import type { PlanStep } from "./plan";
import { columnOf, type TableInfo } from "./tables";

/** The columns to blank in a step, none for an erasure. */
export function blanksOf(step: PlanStep): Blanks {
  return step.action === "erase" ? new Map() : step.blanks;
}

/** `column = value, ...` for an update. */
export function assignments(step: PlanStep, now: Date): SQL {
  return sql.join(
    [...blanksOf(step)].map(([key, { to, where }]) => {
      const column = columnOf(step.table, key);
      const next = blankedValue(column, to, now);
      // Plain JSON is a text: written anew it would lose its blanks and its order.
      const isLeft = column.getSQLType() === "json" ? isNotBlank(column, to) : null;
      const when = and(where ?? undefined, isLeft ?? undefined);
      const value =
        when === undefined ? next : sql`case when ${when} then ${next} else ${column} end`;
      return sql`${sql.identifier(column.name)} = ${value}`;
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
  const each = [...blanks].flatMap(([key, { to, where }]) => {
    const isLeft = isNotBlank(columnOf(table, key), to);
    if (isLeft === null) return [];
    return [where === null ? isLeft : sql`((${where}) and ${isLeft})`];
  });
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
}
