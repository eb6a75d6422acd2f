import { sql } from "drizzle-orm";
import { type Executor, type Row, rowsOf } from "./statements";

/** A table as the database itself knows it. Names are SQL names. */
export type CatalogTable = {
  /** With its schema where that is not the first of those read. */
  name: string;
  /** The same, as SQL has to write it. */
  quoted: string;
  isPartitioned: boolean;
  /** Tables whose rows its rows are, too. */
  inherits: readonly string[];
  columns: readonly string[];
  foreignKeys: readonly CatalogForeignKey[];
  /** The columns of each valid index that finds a value, in order; an expression is null. */
  indexes: readonly Index[];
  /** The same, of each that finds an element of a list. */
  elementIndexes: readonly Index[];
};

export type Index = readonly (string | null)[];

export type CatalogForeignKey = { name: string; columns: readonly string[]; parent: string };

/**
 * Reads the tables of one or more database schemas from the catalog, and those of any other schema
 * that refer to them.
 *
 * Partitions count as their parent. So does a table that inherits all it has: what is selected or
 * deleted there is selected or deleted here.
 */
export async function readCatalog(
  executor: Executor,
  schemaNames: string | readonly string[] = "public",
): Promise<CatalogTable[]> {
  const read = (query: ReturnType<typeof columnsOf>) =>
    rowsOf(executor, sql`with ${tablesIn([schemaNames].flat())} ${query}`);
  const [columns, foreignKeys, indexes] = [
    await read(columnsOf()),
    await read(foreignKeysOf()),
    await read(indexesOf()),
  ];
  return columns.map((row) => ({
    name: String(row.table),
    quoted: String(row.quoted),
    isPartitioned: row.is_partitioned === true,
    inherits: names(row.inherits),
    columns: names(row.columns),
    foreignKeys: of(row, foreignKeys).map((foreignKey) => ({
      name: String(foreignKey.name),
      columns: names(foreignKey.columns),
      parent: String(foreignKey.parent),
    })),
    indexes: indexesFor(of(row, indexes), false),
    elementIndexes: indexesFor(of(row, indexes), true),
  }));
}

/**
 * The common table `tables (oid, name)`: those that `readCatalog` is about.
 *
 * @param schemaNames as they are, without quotes.
 */
export function tablesIn(schemaNames: readonly string[]) {
  const schemas = sql.join(
    schemaNames.map((name) => sql`to_regnamespace(quote_ident(${name}))`),
    sql`, `,
  );
  return sql`schemas as (
    select s.oid, s.position from unnest(array[${schemas}]::oid[]) with ordinality as s (oid, position)
  ), everywhere as (
    select c.oid, n.oid as schema, c.relname,
      case when s.position = 1 then c.relname else format('%s.%s', n.nspname, c.relname) end as name,
      c.relkind = 'p' as is_partitioned,
      concat(case when n.nspname = 'public' then null else concat('"', replace(n.nspname, '"', '""'), '".') end,
        '"', replace(c.relname, '"', '""'), '"') as quoted
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    left join schemas s on s.oid = n.oid
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
      and not exists (
        select from pg_inherits i
        where i.inhrelid = c.oid and not exists (
          select from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attinhcount = 0))
  ), tables as (
    select e.oid, e.name, e.quoted, e.is_partitioned from everywhere e
    where e.schema in (select oid from schemas)
      or exists (
        select from pg_constraint f
        join pg_class p on p.oid = f.confrelid
        where f.contype = 'f' and f.conrelid = e.oid
          and p.relnamespace in (select oid from schemas))
  )`;
}

function indexesFor(rows: readonly Row[], isOfElements: boolean): Index[] {
  return rows
    .filter((index) => index.is_of_elements === isOfElements)
    .map((index) => names(index.columns).map((name) => name || null));
}

function of(table: Row, rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.table === table.table);
}

/** Lists come as JSON, which every driver reads alike. */
function names(value: unknown): string[] {
  const list: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.map((name) => (name === null ? "" : String(name))) : [];
}

function columnsOf() {
  return sql`
    select t.name as "table", t.quoted, t.is_partitioned,
      (select json_agg(p.name order by p.name) from pg_inherits i join everywhere p on p.oid = i.inhparent
       where i.inhrelid = t.oid) as inherits,
      coalesce(json_agg(a.attname order by a.attnum) filter (where a.attnum is not null), '[]') as columns
    from tables t
    left join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    group by t.oid, t.name, t.quoted, t.is_partitioned
    order by t.name`;
}

/** One that only a partition has is its parent's: rows of it refer. */
function foreignKeysOf() {
  return sql`
    select distinct t.name as "table", f.conname as name, p.name as parent,
      (select json_agg(a.attname order by k.position)
       from unnest(f.conkey) with ordinality as k(attnum, position)
       join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum)::text as columns
    from pg_constraint f
    join tables t on t.oid = coalesce(pg_partition_root(f.conrelid), f.conrelid)
    join everywhere p on p.oid = coalesce(pg_partition_root(f.confrelid), f.confrelid)
    where f.contype = 'f' and f.conparentid = 0
    order by 1, 2`;
}

/**
 * Partial indexes count only where equality alone implies what they are limited to. An expression has
 * no name, which `%I` would refuse.
 */
function indexesOf() {
  return sql`
    select t.name as "table", m.amname = 'gin' as is_of_elements,
      (select json_agg(a.attname order by k.position)
       from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
       left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0
       where k.position <= i.indnkeyatts) as columns
    from pg_index i
    join tables t on t.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_am m on m.oid = x.relam
    left join pg_attribute f on f.attrelid = i.indrelid and f.attnum = i.indkey[0]
    where i.indisvalid and m.amname in ('btree', 'hash', 'gin')
      and (i.indpred is null
        or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', quote_ident(f.attname)))
    order by t.name, i.indexrelid`;
}
