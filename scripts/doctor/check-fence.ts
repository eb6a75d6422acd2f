import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const OpenFence = z.object({
  table: z.string(),
  fence: z.enum(["fence_inserts", "fence_updates", "fence_contact_ids", "fence_account_inserts"]),
  isOff: z.boolean(),
});
type OpenFence = z.infer<typeof OpenFence>;

/**
 * Every table with a `workspace_id`, and every one that lets an account in, has its fence, and it
 * is on: what is frozen takes no writes, and no erased contact comes back.
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
      select oid, name, 'fence_contact_ids' from tables where name = 'contacts'
      union all
      select oid, name, 'fence_account_inserts' from tables
      where name in ('sessions', 'memberships', 'meta_identities', 'account_codes')
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
  return `${table}: ${fence} is missing: ${howToRaise(fence, table)}`;
}

/** As the migration made it. */
function howToRaise(fence: OpenFence["fence"], table: string): string {
  switch (fence) {
    case "fence_inserts":
    case "fence_updates":
    case "fence_contact_ids":
      return "call raise_fences();";
    case "fence_account_inserts":
      return `create trigger ${fence} before insert or update of user_id on "${table}" for each row execute function ${fence}();`;
  }
}
