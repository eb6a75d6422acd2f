import { or, type SQL } from "drizzle-orm";
import { type Blank, type Blanks, isJson } from "./blanked-value";
import { PlanError } from "./errors";
import type { AnyErasureMap, BlankValue, Subject } from "./map";
import type { Way } from "./reach";
import { columnOf, type TableInfo } from "./tables";

/**
 * What the map blanks in the rows found, and in which of them: a column by which rows are found
 * only where it is what names the subject, one that goes alongside it there too, any other in all.
 *
 * @throws PlanError `cannot_be_blanked` for a column that cannot hold what it is to be set to.
 */
export function blanksOn(
  table: TableInfo,
  ways: readonly Way[],
  { map, subject }: { map: AnyErasureMap; subject: Subject },
): Blanks {
  const verdicts = Object.entries(map[table.key]?.columns ?? {});
  return new Map(
    verdicts.flatMap(([column, { blank, alongside = column }]) => {
      const to = blank[subject.kind];
      if (to === undefined) return [];
      refuseImpossible(table, column, to);
      columnOf(table, alongside);
      return [
        [column, { to: forSubject(table, to, subject), where: naming(alongside, ways) }] as const,
      ];
    }),
  );
}

/** Null where every row found is one that the column names the subject in, or none is. */
function naming(column: string, ways: readonly Way[]): SQL | null {
  const by = ways.filter(({ columns }) => columns.includes(column));
  if (by.length === 0 || by.length === ways.length) return null;
  return or(...by.map(({ found }) => found.holds)) ?? null;
}

function forSubject(table: TableInfo, to: BlankValue, subject: Subject): Blank {
  if (to === null || typeof to !== "object" || !("without" in to)) return to;
  const keys = subject.keys[to.without];
  if (keys !== undefined) return { without: [keys].flat() };
  throw new PlanError(
    "missing_subject_key",
    table.name,
    `The map takes "${to.without}" out of "${table.name}", which a ${subject.kind} does not have.`,
  );
}

function refuseImpossible(table: TableInfo, key: string, to: BlankValue): void {
  const column = columnOf(table, key);
  const isArray = column.getSQLType().endsWith("[]");
  const why = (() => {
    if (table.primaryKey.includes(key)) return "is part of the primary key";
    if (column.generated !== undefined) return "is generated from other columns: blank those";
    if (column.generatedIdentity?.type === "always") return "is an identity";
    if (to === null) return column.notNull ? "cannot be null: name a value, or let it" : null;
    if (typeof to !== "object" || "at_purge" in to) return null;
    if ("paths" in to) return isJson(column) ? null : "is no JSON: it has no paths";
    if ("empty" in to && to.empty === "object" && !isJson(column)) return "is no JSON object";
    return isJson(column) || isArray ? null : "has no elements";
  })();
  if (why === null) return;
  throw new PlanError(
    "cannot_be_blanked",
    table.name,
    `The map blanks "${table.name}"."${column.name}", which ${why}.`,
  );
}
