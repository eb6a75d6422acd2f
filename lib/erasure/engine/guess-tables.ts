import { sql } from "drizzle-orm";
import { type CatalogForeignKey, type CatalogTable, readCatalog } from "./catalog";
import { type Executor, type Row, rowsOf } from "./statements";

/** A table as a guess needs it: also with its primary key, its types and what may be null. */
export type GuessTable = Omit<CatalogTable, "columns" | "foreignKeys"> & {
  primaryKey: readonly string[];
  columns: readonly GuessColumn[];
  foreignKeys: readonly GuessForeignKey[];
};

/** A type as PostgreSQL writes it: `character varying(80)`, `jsonb`, `text[]`. */
export type GuessColumn = { name: string; type: string; isNullable: boolean };

export type GuessForeignKey = CatalogForeignKey & { parentColumns: readonly string[] };

/** Reads what `guessMap` needs to know of a database schema, from its own catalog. */
export async function readGuessTables(
  executor: Executor,
  schemaName = "public",
): Promise<GuessTable[]> {
  const catalog = await readCatalog(executor, schemaName);
  const columns = await rowsOf(executor, columnsIn(schemaName));
  const parents = await rowsOf(executor, parentColumnsIn(schemaName));
  return catalog.map((table) => {
    const own = columns.filter((row) => row.table === table.name);
    return {
      ...table,
      primaryKey: own
        .filter((row) => row.keyPosition !== null)
        .toSorted((one, other) => Number(one.keyPosition) - Number(other.keyPosition))
        .map((row) => String(row.column)),
      columns: own.map((row) => ({
        name: String(row.column),
        type: String(row.type),
        isNullable: row.isNullable === true,
      })),
      foreignKeys: table.foreignKeys.map((foreignKey) => ({
        ...foreignKey,
        parentColumns: parents
          .filter((row) => isOf(row, table.name, foreignKey.name))
          .map((row) => String(row.column)),
      })),
    };
  });
}

function isOf(row: Row, table: string, foreignKey: string): boolean {
  return row.table === table && row.name === foreignKey;
}

/** A domain is read as the type beneath it. */
function columnsIn(schemaName: string) {
  return sql`
    select c.relname as "table", a.attname as "column", not a.attnotnull as "isNullable",
      format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), a.atttypmod) as type,
      array_position(k.conkey, a.attnum) as "keyPosition"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = to_regnamespace(${schemaName})
      and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname, a.attnum`;
}

function parentColumnsIn(schemaName: string) {
  return sql`
    select c.relname as "table", f.conname as name, a.attname as "column"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    cross join lateral unnest(f.confkey) with ordinality as k(attnum, position)
    join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum
    where f.contype = 'f' and c.relnamespace = to_regnamespace(${schemaName})
    order by c.relname, f.conname, k.position`;
}
