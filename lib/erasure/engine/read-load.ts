import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Load } from "./load";
import { type Executor, rowsOf } from "./statements";

const LoadRow = z.object({
  others: z.int(),
  isHidden: z.boolean(),
  waiting: z.int(),
  replicaLagMs: z.coerce.number(),
});

/**
 * Makes a reader of a PostgreSQL server's load: every session on it, in whichever database, except
 * those by the given application names.
 *
 * A session counts when it is at work at this moment or was a moment ago, so that short statements are
 * seen. Not since the last reading: who asks something once a second would be seen by every one, and
 * the more surely the longer a purge has rested for them. Sessions of other roles are hidden from a
 * role without `pg_read_all_stats`, and so is how far a replica is behind.
 *
 * Asks the functions behind `pg_stat_activity` and `pg_stat_replication`: planning their joins takes
 * longer than the answer.
 *
 * @param queueLagMs how long the oldest job of others has been due, where there is a queue.
 * @param momentMs how long a session counts after its statement has ended.
 */
export function loadReader(
  executor: Executor,
  {
    ownNames,
    queueLagMs = async () => 0,
    momentMs = 20,
  }: { ownNames: readonly string[]; queueLagMs?: () => Promise<number>; momentMs?: number },
): () => Promise<Load> {
  const own = sql.join(
    ownNames.map((name) => sql`${name}`),
    sql`, `,
  );
  return async () => {
    const [found] = await rowsOf(
      executor,
      sql`
      select
        count(*) filter (where state = 'active'
          or state_change > clock_timestamp() - ${momentMs} * interval '1 millisecond')::int as others,
        coalesce(bool_or(state is null or state = 'disabled'), false) as "isHidden",
        count(*) filter (where wait_event_type = 'Lock')::int as waiting,
        (select coalesce(max(extract(epoch from replay_lag)), 0) * 1000
         from pg_stat_get_wal_senders()) as "replicaLagMs"
      from pg_stat_get_activity(null)
      where usesysid is not null and datid is not null and pid <> pg_backend_pid()
        and application_name not in (${own})`,
    );
    const { others, isHidden, ...load } = LoadRow.parse(found);
    return { ...load, others: isHidden ? null : others, queueLagMs: await queueLagMs() };
  };
}
