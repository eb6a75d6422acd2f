import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

/** The triggers that refuse writes to frozen workspaces, by what they follow. */
const fences = { fence_inserts: "insert", fence_updates: "update" } as const;

/** Every table with a `workspace_id` has its fence, and it is on. */
export async function checkFence(executor: Executor, schema: string): Promise<Finding> {
  const open = await ask(
    executor,
    z.object({
      table: z.string(),
      fence: z.enum(["fence_inserts", "fence_updates"]),
      isOff: z.boolean(),
    }),
    sql`
    select c.relname as "table", f.name as fence, t.oid is not null as "isOff"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    cross join (values ('fence_inserts'), ('fence_updates')) as f(name)
    left join pg_trigger t on t.tgrelid = c.oid and t.tgname = f.name
    where c.relnamespace = to_regnamespace(quote_ident(${schema})) and c.relkind in ('r', 'p')
      and (t.oid is null or t.tgenabled not in ('O', 'A'))
    order by c.relname, f.name`,
  );
  return finding(
    "Every workspace table is fenced",
    open.map(
      ({ table, fence, isOff }) => `${table}: ${isOff ? on(table, fence) : made(table, fence)}`,
    ),
  );
}

function on(table: string, fence: string): string {
  return `${fence} is switched off: alter table "${table}" enable trigger ${fence};`;
}

function made(table: string, fence: keyof typeof fences): string {
  return `${fence} is missing: create trigger ${fence} after ${fences[fence]} on "${table}" referencing new table as written for each statement execute function refuse_writes_to_frozen_workspaces();`;
}
