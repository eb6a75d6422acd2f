import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { planFor } from "@/lib/erasure";
import { namingTables, type OwnTable, ownTables } from "@/lib/own-rows/own-tables";
import { leftOut } from "./left-out";

export type Subject = Parameters<typeof planFor>[0];

export type ExportTable = {
  /** Its key in the schema. */
  key: string;
  name: string;
  category: string;
  table: PgTable;
  columns: readonly PgColumn[];
  /** In which rows alone a column is there: elsewhere it names somebody else. */
  onlyWhere: ReadonlyMap<PgColumn, SQL>;
  /** Which of its rows. */
  where: SQL;
  /** Rows of others, of which only what names the subject is there. */
  isOthers: boolean;
  /** Columns that are not there, and why. */
  leftOut: Readonly<Record<string, string>>;
};

const omissions: Readonly<Record<string, Readonly<Record<string, string>>>> = leftOut;

/**
 * What an export of a subject holds: the rows that its erasure would erase or retain, by the map; all
 * of their columns but those left out for a reason. What the database makes of others is no data.
 */
export function exportTables(subject: Subject): ExportTable[] {
  return ownTables(subject).map((step) => {
    const { table, category, found } = step;
    const omitted = omissions[table.key] ?? {};
    const kept = Object.entries(table.columns).filter(
      ([key, { generated }]) => generated === undefined && omitted[key] === undefined,
    );
    return {
      key: table.key,
      name: table.name,
      category,
      table: table.table,
      columns: kept.map(([, column]) => column),
      onlyWhere: namingOnly(step),
      where: found.predicate,
      isOthers: false,
      leftOut: Object.fromEntries(
        Object.entries(omitted).map(([key, why]) => [table.columns[key]?.name ?? key, why]),
      ),
    };
  });
}

/**
 * The rows of others that name a person, as far as they do: by the map, the columns that the person's
 * erasure would blank, and the keys to find the rows by. What others wrote in them is theirs.
 */
export function tablesNaming(subject: Subject): ExportTable[] {
  return namingTables(subject).flatMap((step) => {
    if (step.action !== "blank") return [];
    const { table, category, found, blanks } = step;
    const columns = Object.entries(table.columns).filter(
      ([key]) => table.primaryKey.includes(key) || blanks.has(key),
    );
    return [
      {
        key: table.key,
        name: table.name,
        category,
        table: table.table,
        columns: columns.map(([, column]) => column),
        onlyWhere: namingOnly(step),
        where: found.predicate,
        isOthers: true,
        leftOut: { "*": "somebody else's record: only what names the person is here" },
      },
    ];
  });
}

/** A record may name two people, by columns that its erasure blanks for the one or the other. */
function namingOnly(step: OwnTable): ReadonlyMap<PgColumn, SQL> {
  if (step.action === "erase") return new Map();
  return new Map(
    [...step.blanks].flatMap(([key, { where }]) => {
      const column = step.table.columns[key];
      return where === null || column === undefined ? [] : [[column, where]];
    }),
  );
}

/** What a column holds, as far as the export has it. */
export function valueIn({ onlyWhere }: ExportTable, column: PgColumn): SQL {
  const where = onlyWhere.get(column);
  return where === undefined ? sql`${column}` : sql`case when ${where} then ${column} end`;
}

/** How many rows that is. */
export function countOf({ table, where }: ExportTable): SQL {
  return sql`select count(*)::int as count from ${table} where ${where}`;
}
