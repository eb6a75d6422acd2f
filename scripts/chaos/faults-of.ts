import { fingerprint } from "@/lib/testing/fingerprint";
import type { Site } from "../site/site";
import { contactOf, type Story } from "./story";

type Count = { what: string; count: number };

/** What is not as it has to be when everybody has had their time; nothing, in the end. */
export async function faultsOf(site: Site, story: Story): Promise<string[]> {
  return [
    ...(await unfinished(site)),
    ...(await leftBehind(site, story)),
    ...(await miscounted(site)),
    ...(await mailFaults(site)),
    ...(await changesOf(site, story)),
  ];
}

async function unfinished({ connection: { sql } }: Site): Promise<string[]> {
  const counts = await sql<Count[]>`
    select 'requests about a ' || subject_kind || ' ' || state as what, count(*)::int as count
    from erasure_requests where closed_at is null group by 1
    union all
    select 'due jobs of ' || name, count(*)::int from pgboss.job
    where state in ('created', 'retry') and start_after <= now() and name <> 'dead-letters'
    group by 1
    union all
    select 'calls of ' || recipient, count(*)::int from erasure_recipient_calls
    where state = 'pending' group by 1`;
  return counts.map(said);
}

async function leftBehind(
  { connection: { sql } }: Site,
  { doomed, shop }: Story,
): Promise<string[]> {
  const counts = await sql<Count[]>`
    select 'the workspace' as what, count(*)::int as count from workspaces where id = ${doomed.id}
    union all
    select 'its messages', count(*)::int from messages where workspace_id = ${doomed.id}
    union all
    select 'its contacts', count(*)::int from contacts where workspace_id = ${doomed.id}
    union all
    select 'its connections', count(*)::int from channel_connections where workspace_id = ${doomed.id}
    union all
    select 'the contact', count(*)::int from contacts where id = ${contactOf(shop)}
    union all
    select 'the agent', count(*)::int from users where id = ${shop.agentId}
    union all
    select 'the Meta login', count(*)::int from meta_identities where meta_user_id = ${shop.metaUserId}`;
  return counts.filter(({ count }) => count > 0).map(said);
}

/** Once means: each row, each receipt, each tombstone. */
async function miscounted({ connection: { sql } }: Site): Promise<string[]> {
  const counts = await sql<Count[]>`
    select 'steps that are not exact' as what, count(*)::int as count
    from erasure_steps s join erasure_runs r on r.id = s.run_id
    join erasure_requests q on q.id = r.request_id
    where s.action = 'erase' and q.subject_kind in ('workspace', 'contact') and s.subject_index = 0
      and s.done_rows <> s.planned_rows
    union all
    select 'requests with another number of receipts than they should have', count(*)::int
    from erasure_requests q
    where (select count(*) from erasure_receipts c where c.request_id = q.id)
      <> case when q.state in ('completed', 'completed_with_retentions') then 1 else 0 end
    union all
    select 'another number of workspaces entombed than one', count(*)::int
    from (select from tombstones where subject_kind = 'workspace' having count(*) <> 1) as t`;
  return counts.filter(({ count }) => count > 0).map(said);
}

/** The provider has each mail that is said to have left, and no other, once. */
async function mailFaults({ connection: { sql }, outside }: Site): Promise<string[]> {
  const owed = await sql<{ id: string; state: string }[]>`select id, state from erasure_mails`;
  const taken = new Set(outside.mails().map(({ key }) => key));
  const unsent = owed.filter(({ id, state }) => state !== "sent" || !taken.has(id));
  const known = new Set(owed.map(({ id }) => id));
  return [
    ...unsent.map(({ state }) => `a mail that is ${state} and has not left`),
    ...[...taken].filter((key) => !known.has(key)).map(() => "a mail that nobody owed"),
  ];
}

async function changesOf(
  { connection: { db } }: Site,
  { neighbour, before }: Story,
): Promise<string[]> {
  const after = await fingerprint(db, neighbour.id);
  return Object.keys(before)
    .filter((table) => after[table] !== before[table])
    .map((table) => `the neighbour's ${table}: changed`);
}

function said({ what, count }: Count): string {
  return `${what}: ${count}`;
}
