import { sql } from "drizzle-orm";
import { type CatalogForeignKey, type CatalogTable, readCatalog, tablesIn } from "./catalog";
import { type Executor, type Row, rowsOf } from "./statements";

/** A table as a guess needs it: also with its primary key, its types and what may be null. */
export type GuessTable = Omit<CatalogTable, "columns" | "foreignKeys"> & {
  primaryKey: readonly string[];
  columns: readonly GuessColumn[];
  foreignKeys: readonly GuessForeignKey[];
};

/**
 * A type as PostgreSQL writes it: `character varying(80)`, `jsonb`, `text[]`. What cannot be written,
 * generated columns and identities, is what the database makes itself.
 */
export type GuessColumn = {
  name: string;
  type: string;
  isNullable: boolean;
  canBeWritten: boolean;
};

export type GuessForeignKey = CatalogForeignKey & { parentColumns: readonly string[] };

/** Reads what `guessMap` needs to know of a database schema, from its own catalog. */
export async function readGuessTables(
  executor: Executor,
  schemaName = "public",
): Promise<GuessTable[]> {
  const catalog = await readCatalog(executor, schemaName);
  const tables = tablesIn([schemaName]);
  const columns = await rowsOf(executor, sql`with recursive ${tables}, ${columnsOf}`);
  const parents = await rowsOf(executor, sql`with ${tables} ${parentColumnsOf}`);
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
        canBeWritten: row.canBeWritten === true,
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

/** A domain is read as the type beneath it, however deep, and without the schema of either. */
const columnsOf = sql`
  bases as (
    select a.attrelid, a.attnum, a.atttypid as type, a.atttypmod as modifier
    from pg_attribute a where a.attrelid in (select oid from tables)
    union all
    select b.attrelid, b.attnum, d.typbasetype, d.typtypmod
    from bases b join pg_type d on d.oid = b.type and d.typtype = 'd'
  )
  select t.name as "table", a.attname as "column", not a.attnotnull as "isNullable",
    a.attgenerated = '' and a.attidentity <> 'a' as "canBeWritten",
    regexp_replace(format_type(b.type, b.modifier), '^[^.(]*\\.', '') as type,
    array_position(k.conkey, a.attnum) as "keyPosition"
  from tables t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  join bases b on b.attrelid = a.attrelid and b.attnum = a.attnum
  join pg_type p on p.oid = b.type and p.typtype <> 'd'
  left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
  order by t.name, a.attnum`;

const parentColumnsOf = sql`
  select distinct t.name as "table", f.conname as name, a.attname as "column", k.position
  from pg_constraint f
  join tables t on t.oid = coalesce(pg_partition_root(f.conrelid), f.conrelid)
  cross join lateral unnest(f.confkey) with ordinality as k(attnum, position)
  join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum
  where f.contype = 'f' and f.conparentid = 0
  order by 1, 2, k.position`;
