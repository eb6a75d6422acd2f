import { sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Plan } from "./plan";
import { type Executor, rowsOf } from "./statements";

/** A plain table on disk: its blocks, and about how many rows are in them, whoever's they are. */
export type TableSize = { blocks: number; rows: number };

const Size = z.object({ name: z.string(), blocks: z.coerce.number(), rows: z.coerce.number() });

/**
 * The sizes of the plan's tables, by name. Partitioned and distributed ones are left out, and those
 * that nobody has analysed.
 */
export async function readTableSizes(
  executor: Executor,
  plan: Plan,
): Promise<ReadonlyMap<string, TableSize>> {
  const tables = plan.steps.map(({ table }) => {
    const { schema = "public", name } = getTableConfig(table.table);
    return sql`(${name}, ${schema})`;
  });
  if (tables.length === 0) return new Map();
  const found = await rowsOf(
    executor,
    sql`
    select relname as name, reltuples::bigint as rows,
      pg_relation_size(pg_class.oid) / current_setting('block_size')::int as blocks
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    join pg_am on pg_am.oid = relam
    where relkind = 'r' and amname = 'heap' and reltuples > 0
      and (relname, nspname) in (${sql.join(tables, sql`, `)})`,
  );
  return new Map(
    found.map((row) => {
      const { name, blocks, rows } = Size.parse(row);
      return [name, { blocks, rows }];
    }),
  );
}
