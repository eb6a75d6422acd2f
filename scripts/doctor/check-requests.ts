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
 * Requests that do not get on. What is on hold may wait: the hold is the reason.
 *
 * Names them by confirmation code, which only their requester and an operator can read more by.
 */
export async function checkRequests(executor: Executor): Promise<Finding> {
  const found = await ask(
    executor,
    z.object({ trouble: Trouble, count: z.int(), codes: z.array(z.string()) }),
    sql`
    with troubles as (
      select q.confirmation_code as code, q.due_at, unnest(array_remove(array[
        case when q.state = 'failed' or r.state = 'failed' then 'failed' end,
        case when q.state in ('purging', 'verifying') and r.state is distinct from 'failed'
          and coalesce(r.lease_until, r.started_at, q.purge_after, q.received_at)
            < now() - ${patience}::interval then 'unclaimed' end,
        case when q.state = 'scheduled'
          and coalesce(q.purge_after, q.verified_at, q.received_at)
            < now() - ${patience}::interval then 'late' end,
        case when q.due_at < now() and q.state not in ('completed', 'completed_with_retentions',
          'refused', 'cancelled', 'expired', 'on_hold') then 'overdue' end
      ], null)) as trouble
      from erasure_requests q
      left join erasure_runs r on r.request_id = q.id
      where q.state not in ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')
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
