import { sql } from "drizzle-orm";
import { type Executor, type Row, rowsOf } from "./statements";

/** A table as the database itself knows it. Names are SQL names. */
export type CatalogTable = {
  name: string;
  columns: readonly string[];
  foreignKeys: readonly CatalogForeignKey[];
  /** The columns of each valid index, in order; an expression is null. */
  indexes: readonly (readonly (string | null)[])[];
};

export type CatalogForeignKey = { name: string; columns: readonly string[]; parent: string };

/** Reads the tables of a database schema from its own catalog; partitions count as their parent. */
export async function readCatalog(
  executor: Executor,
  schemaName = "public",
): Promise<CatalogTable[]> {
  const [columns, foreignKeys, indexes] = [
    await rowsOf(executor, columnsIn(schemaName)),
    await rowsOf(executor, foreignKeysIn(schemaName)),
    await rowsOf(executor, indexesIn(schemaName)),
  ];
  return columns.map((row) => ({
    name: String(row.table),
    columns: names(row.columns),
    foreignKeys: of(row, foreignKeys).map((foreignKey) => ({
      name: String(foreignKey.name),
      columns: names(foreignKey.columns),
      parent: String(foreignKey.parent),
    })),
    indexes: of(row, indexes).map((index) => names(index.columns).map((name) => name || null)),
  }));
}

function of(table: Row, rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.table === table.table);
}

/** Lists come as JSON, which every driver reads alike. */
function names(value: unknown): string[] {
  const list: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.map((name) => (name === null ? "" : String(name))) : [];
}

function columnsIn(schemaName: string) {
  return sql`
    select c.relname as "table",
      coalesce(json_agg(a.attname order by a.attnum) filter (where a.attnum is not null), '[]') as columns
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = to_regnamespace(${schemaName})
      and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname
    order by c.relname`;
}

function foreignKeysIn(schemaName: string) {
  return sql`
    select c.relname as "table", f.conname as name, p.relname as parent,
      (select json_agg(a.attname order by k.position)
       from unnest(f.conkey) with ordinality as k(attnum, position)
       join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as columns
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_class p on p.oid = f.confrelid
    where f.contype = 'f' and f.conparentid = 0
      and c.relnamespace = to_regnamespace(${schemaName})
    order by c.relname, f.conname`;
}

/** Partial indexes count only where equality alone implies what they are limited to. */
function indexesIn(schemaName: string) {
  return sql`
    select c.relname as "table",
      (select json_agg(a.attname order by k.position)
       from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
       left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0
       where k.position <= i.indnkeyatts) as columns
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_am m on m.oid = x.relam
    left join pg_attribute f on f.attrelid = i.indrelid and f.attnum = i.indkey[0]
    where i.indisvalid and c.relnamespace = to_regnamespace(${schemaName})
      and m.amname in ('btree', 'hash')
      and (i.indpred is null
        or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', f.attname))
    order by c.relname, i.indexrelid`;
}
