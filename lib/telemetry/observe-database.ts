import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/erasure";
import type { Gauge } from "./catalog";
import { observe, type Sample } from "./observe";

const Rows = z.array(z.object({ label: z.string(), value: z.coerce.number() }));

const closedStates = ["completed", "completed_with_retentions", "refused", "cancelled", "expired"];
const openStates = [
  "unverified",
  "verified",
  "in_review",
  "scheduled",
  "on_hold",
  "purging",
  "verifying",
  "failed",
];
const isOpen = sql`state not in (
  'completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')`;

/** A gauge with one label or none: what it is called, what it takes when there is no row, and the rows. */
type Reading = {
  name: Gauge;
  label: string | null;
  known: readonly string[];
  rows(now: string): SQL;
};

const readingsOf = (queues: readonly string[]): readonly Reading[] => [
  {
    name: "lethe_requests",
    label: "state",
    known: openStates,
    rows: () => sql`
      select state as label, count(*) as value from erasure_requests where ${isOpen} group by state`,
  },
  {
    name: "lethe_request_oldest_age_seconds",
    label: "state",
    known: openStates,
    rows: (now) => sql`
      select state as label, extract(epoch from ${now}::timestamptz - min(received_at)) as value
      from erasure_requests where ${isOpen} group by state`,
  },
  {
    name: "lethe_requests_closed_day",
    label: "state",
    known: closedStates,
    rows: (now) => sql`
      select state as label, count(*) as value from erasure_requests
      where closed_at > ${now}::timestamptz - interval '24 hours' group by state`,
  },
  {
    name: "lethe_requests_due",
    label: "within",
    known: ["overdue", "day", "week"],
    rows: (now) => sql`
      select w.label, count(q.id) as value
      from (values ('overdue', interval '0'), ('day', interval '1 day'), ('week', interval '7 days'))
        as w (label, ahead)
      left join erasure_requests q
        on q.due_at < ${now}::timestamptz + w.ahead and q.state <> 'on_hold' and ${isOpen}
      group by w.label`,
  },
  {
    name: "lethe_runs",
    label: "held",
    known: ["by_worker", "waiting", "left"],
    // The doctor's patience: a lease is extended by every batch.
    rows: (now) => sql`
      select case
          when r.lease_until >= ${now}::timestamptz then 'by_worker'
          when coalesce(r.retry_after, r.lease_until, r.started_at)
            < ${now}::timestamptz - interval '2 minutes' then 'left'
          else 'waiting' end as label, count(*) as value
      from erasure_runs r join erasure_requests q on q.id = r.request_id
      where r.state in ('purging', 'verifying') and q.state in ('purging', 'verifying')
      group by 1`,
  },
  {
    name: "lethe_purges_paused",
    label: null,
    known: [""],
    rows: () => sql`
      select '' as label, count(*) as value from purge_controls where paused_at is not null`,
  },
  {
    name: "lethe_queue_jobs",
    label: "queue",
    known: queues,
    rows: () => sql`
      select name as label, count(*) as value from pgboss.job where state < 'active' group by name`,
  },
  {
    name: "lethe_queue_lag_seconds",
    label: "queue",
    known: queues,
    rows: () => sql`
      select name as label, greatest(extract(epoch from now() - min(start_after)), 0) as value
      from pgboss.job where state < 'active' group by name`,
  },
  {
    name: "lethe_recipient_calls_pending",
    label: "recipient",
    known: [],
    rows: () => sql`
      select recipient as label, count(*) as value from erasure_recipient_calls
      where state = 'pending' group by recipient`,
  },
  {
    name: "lethe_recipient_failures_in_a_row",
    label: "recipient",
    known: [],
    rows: () => sql`
      select recipient as label, max(attempts) as value from erasure_recipient_calls
      where state = 'pending' group by recipient`,
  },
  {
    name: "lethe_tombstones_unstored",
    label: null,
    known: [""],
    rows: () => sql`
      select '' as label, count(*) as value from erasure_tombstone_log where stored_at is null`,
  },
];

/**
 * What the database knows of how erasure goes, read at each collection. Statements that an index
 * answers, one at a time; what is closed is counted for a day only.
 *
 * @param queues their names, so that those without a job show as empty.
 */
export function observeDatabase(db: Db, now: () => Date, queues: readonly string[]): void {
  const readings = readingsOf(queues);
  observe(
    readings.map(({ name }) => name),
    async () => {
      const samples: Sample[] = [];
      for (const reading of readings) samples.push(...(await read(db, reading, now())));
      return samples;
    },
  );
}

async function read(db: Db, reading: Reading, now: Date): Promise<Sample[]> {
  const rows = Rows.parse(await db.execute(reading.rows(now.toISOString())));
  const values = new Map(reading.known.map((label) => [label, 0]));
  for (const { label, value } of rows) values.set(label, value);
  return [...values].map(([label, value]) => sampleOf(reading, label, value));
}

/** The label's name goes with the metric's, which the table above says and the compiler cannot. */
function sampleOf({ name, label }: Reading, labelled: string, value: number): Sample {
  return { name, labels: label === null ? {} : { [label]: labelled }, value } as Sample;
}
