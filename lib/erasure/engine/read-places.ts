import { type SQL, sql } from "drizzle-orm";
import type { KeyColumn } from "./read-pages";
import { type Executor, type Row, rowsOf } from "./statements";

/** A relation of the live database in which text is stored, mapped or not. Names are SQL names. */
export type Place = {
  schema: string;
  name: string;
  /** Whether its name alone finds it, so that it is the one that a Drizzle schema means. */
  isVisible: boolean;
  isReadable: boolean;
  /** The columns that hold text, JSON, or arrays of these. */
  columns: readonly string[];
  key: readonly KeyColumn[];
  /** For one without a key: how many blocks it has, its partitions' largest. */
  blocks: number;
};

/**
 * Reads from the live catalog every place where a text can be: tables, partitioned ones as one,
 * and materialised views, of every schema but the server's own and those of extensions.
 *
 * Columns count by what they store: any kind of string, JSON, XML, composites, and arrays and
 * domains of these.
 */
export async function readPlaces(executor: Executor): Promise<Place[]> {
  return (await rowsOf(executor, places)).map(placeOf);
}

export function qualified({ schema, name }: Pick<Place, "schema" | "name">): SQL {
  return sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
}

function placeOf(row: Row): Place {
  return {
    schema: String(row.schema),
    name: String(row.name),
    isVisible: row.is_visible === true,
    isReadable: row.is_readable === true,
    columns: listIn(row.columns).map(String),
    key: listIn(row.key).map((column) => ({
      column: sql`${sql.identifier(textIn(column, "name"))}`,
      type: sql.raw(textIn(column, "type")),
    })),
    blocks: Number(row.blocks),
  };
}

/** Lists come as JSON, which every driver reads alike. */
function listIn(value: unknown): unknown[] {
  const list: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, name: string): string {
  const text: unknown = typeof value === "object" && value !== null && Reflect.get(value, name);
  if (typeof text !== "string") throw new TypeError(`The catalog answered without "${name}".`);
  return text;
}

const places = sql`
  with relations as (
    select c.oid, n.nspname, c.relname
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and not c.relispartition and c.relpersistence <> 't'
      and c.relispopulated
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ), texts as (
    select a.attrelid, json_agg(a.attname order by a.attnum) as columns
    from pg_attribute a
    join pg_type declared on declared.oid = a.atttypid
    join pg_type t on t.oid = coalesce(nullif(declared.typbasetype, 0), declared.oid)
    left join pg_type e on t.typcategory = 'A' and e.oid = t.typelem
    cross join lateral (select coalesce(e.typcategory, t.typcategory) as category,
      coalesce(e.typname, t.typname) as name) as stored
    where a.attnum > 0 and not a.attisdropped
      and (stored.category in ('S', 'C')
        or stored.name in ('json', 'jsonb', 'xml', 'hstore', 'tsvector'))
    group by a.attrelid
  ), keys as (
    select distinct on (i.indrelid) i.indrelid,
      (select json_agg(json_build_object('name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod)) order by k.position)
       from unnest(i.indkey::int2[]) with ordinality as k(attnum, position)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
       where k.position <= i.indnkeyatts) as key
    from pg_index i
    join pg_class x on x.oid = i.indexrelid
    join pg_am m on m.oid = x.relam and m.amname = 'btree'
    where i.indisunique and i.indisvalid and i.indimmediate
      and i.indpred is null and i.indexprs is null
      and not exists (
        select from unnest(i.indkey::int2[]) as k(attnum)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where not a.attnotnull)
    order by i.indrelid, i.indisprimary desc, i.indnkeyatts, i.indexrelid
  )
  select r.nspname as schema, r.relname as name, pg_table_is_visible(r.oid) as is_visible,
    has_table_privilege(r.oid, 'select') as is_readable, t.columns, k.key,
    greatest(pg_relation_size(r.oid),
      (select max(pg_relation_size(p.relid)) from pg_partition_tree(r.oid) p where p.isleaf))
      / current_setting('block_size')::int + 1 as blocks
  from relations r
  join texts t on t.attrelid = r.oid
  left join keys k on k.indrelid = r.oid
  order by r.nspname, r.relname`;
