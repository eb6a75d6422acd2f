import { type SQL, sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { type Gap, gap } from "./gap";
import type { Plan } from "./plan";
import { type Executor, type Row, rowsOf } from "./statements";
import type { TableInfo } from "./tables";

/**
 * Foreign keys that only the database knows, to tables that a plan empties: rows that nobody mapped
 * may refer to rows that go.
 *
 * With PostgreSQL's own checks such a purge fails, and nothing is lost by it. Without them it would
 * leave references to nothing.
 */
export async function findUnknownReferences(executor: Executor, plan: Plan): Promise<Gap[]> {
  const erased = plan.steps.flatMap(({ action, table }) => (action === "erase" ? [table] : []));
  if (erased.length === 0) return [];
  const known = new Set([...plan.tables.values()].flatMap((table) => declared(table, plan)));
  return (await rowsOf(executor, referencesTo(erased)))
    .filter(
      (row) => !known.has(signature(String(row.child), String(row.columns), String(row.parent))),
    )
    .map(asGap);
}

function declared(table: TableInfo, { tables }: Plan): string[] {
  return table.foreignKeys.map(({ pairs, parent }) => {
    const columns = pairs.map(({ column }) => table.columns[column]?.name ?? "");
    return signature(table.name, JSON.stringify(columns), tables.get(parent)?.name ?? "");
  });
}

function signature(child: string, columns: string, parent: string): string {
  return `${child} ${columns} ${parent}`;
}

function asGap({ child, parent, name }: Row): Gap {
  return gap(
    "unmapped_foreign_key",
    String(child),
    null,
    `Declare "${String(name)}" in the Drizzle schema: rows that refer by it to "${String(parent)}" are not in the plan.`,
  );
}

/** Partitions count as their parent; a name that alone finds its table stands alone. */
function referencesTo(erased: readonly TableInfo[]): SQL {
  const parents = erased.map(({ table }) => {
    const { schema, name } = getTableConfig(table);
    return sql`(${schema ?? null}::text, ${name}::text)`;
  });
  return sql`
    with erased as (
      select c.oid
      from (values ${sql.join(parents, sql`, `)}) as e (schema, name)
      join pg_class c on c.relname = e.name
      join pg_namespace n on n.oid = c.relnamespace
      where case when e.schema is null then pg_table_is_visible(c.oid) else n.nspname = e.schema end
    )
    select distinct ${nameOf("c")} as child, ${nameOf("p")} as parent, f.conname as name,
      array_to_json(array(
        select a.attname from unnest(f.conkey) with ordinality as k (attnum, position)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
        order by k.position))::text as columns
    from pg_constraint f
    join pg_class c on c.oid = coalesce(pg_partition_root(f.conrelid), f.conrelid)
    join pg_class p on p.oid = coalesce(pg_partition_root(f.confrelid), f.confrelid)
    where f.contype = 'f' and f.conparentid = 0 and p.oid in (select oid from erased)
    order by 1, 3`;
}

function nameOf(table: "c" | "p"): SQL {
  const of = sql.identifier(table);
  return sql`case when pg_table_is_visible(${of}.oid) then ${of}.relname::text
    else concat(${of}.relnamespace::regnamespace::text, '.', ${of}.relname) end`;
}
