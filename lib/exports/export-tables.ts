import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { planFor } from "@/lib/erasure";
import { namingTables, ownTables } from "@/lib/own-rows/own-tables";
import { leftOut } from "./left-out";

export type Subject = Parameters<typeof planFor>[0];

export type ExportTable = {
  /** Its key in the schema. */
  key: string;
  name: string;
  category: string;
  table: PgTable;
  columns: readonly PgColumn[];
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
  return ownTables(subject).map(({ table, category, found }) => {
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
        where: found.predicate,
        isOthers: true,
        leftOut: { "*": "somebody else's record: only what names the person is here" },
      },
    ];
  });
}

/** How many rows that is. */
export function countOf({ table, where }: ExportTable): SQL {
  return sql`select count(*)::int as count from ${table} where ${where}`;
}
