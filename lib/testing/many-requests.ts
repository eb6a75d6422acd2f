import { sql } from "drizzle-orm";
import type { Db } from "@/lib/erasure/context";

const closed = "('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')";

/**
 * Fills the ledger with requests of every state, channel and subject, received over the last twelve
 * weeks, one in three of them still open and some of those late; each with its transitions and mails.
 */
export async function manyRequests(db: Db, count: number, now: Date): Promise<void> {
  await db.execute(sql`
    insert into erasure_requests (id, confirmation_code, channel, requester_kind, subject_kind,
      subject_digest, subject_id, address_digest, identifier_digests, state, refusal_reason,
      policy_profile, policy_version, received_at, acknowledge_by, due_at, verified_at, closed_at)
    select id, lpad(n::text, 20, 'Q'), channel, 'workspace_admin', subject_kind,
      'digest ' || n, id, 'address ' || n, array['address ' || n, 'phone ' || n], state,
      case when state = 'refused' then 'no_matching_data'::erasure_refusal_reason end,
      'default', '2026-11-22', received, received + interval '1 day', received + interval '30 days',
      case when state not in ('unverified', 'expired') then received + interval '1 hour' end,
      case when state in ${sql.raw(closed)} then received + (n % 28) * interval '1 day' end
    from (
      select gen_random_uuid() as id, n,
        ${now.toISOString()}::timestamptz - (n % 84) * interval '1 day'
          - (n % 1440) * interval '1 minute' as received,
        (enum_range(null::erasure_request_channel))[1 + n % 8] as channel,
        (enum_range(null::erasure_subject_kind))[1 + n % 4] as subject_kind,
        case when n % 3 = 0 and n % 84 < 34
          then (array['unverified', 'in_review', 'scheduled', 'on_hold', 'purging', 'failed'])[1 + n / 84 % 6]
          else (array['completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired'])[1 + n / 84 % 5]
        end::erasure_request_state as state
      from generate_series(1, ${count}::int) as n
    ) as made`);
  await db.execute(sql`
    insert into erasure_transitions (id, request_id, from_state, to_state, actor_kind, occurred_at)
    select gen_random_uuid(), id, null::erasure_request_state, 'unverified'::erasure_request_state,
      'requester'::actor_kind, received_at from erasure_requests
    union all
    select gen_random_uuid(), id, 'unverified', state, 'system', coalesce(closed_at, received_at)
    from erasure_requests where state <> 'unverified'`);
  await db.execute(sql`
    insert into erasure_mails (id, request_id, message, state, queued_at, sent_at)
    select gen_random_uuid(), id, 'received', 'sent', received_at,
      received_at + (extract(day from received_at) % 20) * interval '1 hour'
    from erasure_requests`);
  await db.execute(sql`analyze erasure_requests, erasure_transitions, erasure_mails`);
}
