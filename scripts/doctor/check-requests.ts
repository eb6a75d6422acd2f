import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const Trouble = z.enum(["failed", "unclaimed", "late", "overdue"]);
type Trouble = z.infer<typeof Trouble>;

const meanings: Record<Trouble, string> = {
  failed:
    "failed: the run's residue says where; it is tried again three times, then waits for people",
  unclaimed: "stuck: no worker has held the run for two minutes; is `npm run worker` up?",
  late: "stuck: the grace period is over and nobody has begun; is `npm run worker` up?",
  overdue: "overdue: past the date they were promised by",
};

/** A lease is extended by every batch and looked after every five seconds. */
const patience = "2 minutes";

const shownCodes = 5;

/**
 * Requests that do not get on. What is on hold may wait, and so may what waits for its turn or for
 * the end of a pause.
 *
 * Names them by confirmation code, which leads to states and counts, and to nobody.
 */
export async function checkRequests(executor: Executor): Promise<Finding> {
  const found = await ask(
    executor,
    z.object({ trouble: Trouble, count: z.int(), codes: z.array(z.string()) }),
    sql`
    with open_requests as (
      select q.*, r.state as run_state, r.lease_until,
        coalesce(r.retry_after, '-infinity') as not_before, slots."hasSlots",
        coalesce(
          (select max(t.occurred_at) from erasure_transitions t where t.request_id = q.id),
          q.received_at) as since
      from erasure_requests q
      left join erasure_runs r on r.request_id = q.id
      left join (
        select paused_at is null and max_runs > (
          select count(*) from erasure_runs where lease_until > now() - ${patience}::interval
        ) as "hasSlots" from purge_controls) slots on true
      where q.state not in
        ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')
    ), troubles as (
      select confirmation_code as code, due_at, unnest(array_remove(array[
        case when state = 'failed' or run_state = 'failed' then 'failed' end,
        case when state in ('purging', 'verifying') and run_state is distinct from 'failed'
          and coalesce(lease_until, since) < now() - ${patience}::interval
          and not_before < now() - ${patience}::interval and "hasSlots" then 'unclaimed' end,
        case when state = 'scheduled'
          and greatest(purge_after, since) < now() - ${patience}::interval
          and "hasSlots" then 'late' end,
        case when state <> 'on_hold' and due_at < now() then 'overdue' end
      ], null)) as trouble
      from open_requests
    )
    select trouble, count(*)::int as count,
      (array_agg(code order by due_at))[1:${shownCodes}] as codes
    from troubles group by trouble order by trouble`,
  );
  return finding(
    "Requests get on",
    found.map(({ trouble, count, codes }) => {
      const more = count > codes.length ? ` and ${count - codes.length} more` : "";
      return `${count} ${meanings[trouble]}: ${codes.join(", ")}${more}`;
    }),
  );
}
