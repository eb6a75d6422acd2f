import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const OpenFence = z.object({
  table: z.string(),
  fence: z.enum(["fence_inserts", "fence_updates", "fence_account_inserts"]),
  isOff: z.boolean(),
});
type OpenFence = z.infer<typeof OpenFence>;

/** What each trigger follows, and what it calls, as the migration made it. */
const fences = {
  fence_inserts: { after: "insert", calls: "refuse_writes_to_frozen_workspaces" },
  fence_updates: { after: "update", calls: "refuse_writes_to_frozen_workspaces" },
  fence_account_inserts: { after: "insert", calls: "refuse_writes_to_frozen_accounts" },
} as const satisfies Record<OpenFence["fence"], unknown>;

/**
 * Every table with a `workspace_id`, and every one that lets an account in, has its fence, and it
 * is on: what is frozen takes no writes.
 */
export async function checkFence(executor: Executor, schema: string): Promise<Finding> {
  const open = await ask(
    executor,
    OpenFence,
    sql`
    with tables as (
      select c.oid, c.relname as name,
        exists (select from pg_attribute a where a.attrelid = c.oid
          and a.attname = 'workspace_id' and not a.attisdropped) as "isWorkspaces"
      from pg_class c
      where c.relnamespace = to_regnamespace(quote_ident(${schema})) and c.relkind in ('r', 'p')
    ), due as (
      select oid, name, fence from tables,
        (values ('fence_inserts'), ('fence_updates')) as f(fence)
      where "isWorkspaces"
      union all
      select oid, name, 'fence_account_inserts' from tables
      where name in ('sessions', 'memberships', 'meta_identities')
    )
    select due.name as "table", due.fence, t.oid is not null as "isOff"
    from due
    left join pg_trigger t on t.tgrelid = due.oid and t.tgname = due.fence
    where t.oid is null or t.tgenabled not in ('O', 'A')
    order by due.name, due.fence`,
  );
  return finding("Frozen workspaces and accounts are fenced", open.map(mend));
}

function mend({ table, fence, isOff }: OpenFence): string {
  if (isOff)
    return `${table}: ${fence} is switched off: alter table "${table}" enable trigger ${fence};`;
  const { after, calls } = fences[fence];
  return `${table}: ${fence} is missing: create trigger ${fence} after ${after} on "${table}" referencing new table as written for each statement execute function ${calls}();`;
}
