import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { seedDatabase } from "@/db/seed";
import { readContactsErasure, scheduleContactsErasure } from "@/lib/erasure";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import { erasureContext } from "@/lib/erasure-context";
import { poll } from "../../demo/poll";
import { seedKeys } from "../../seed-keys";
import { openSite, type Site } from "../../site/site";
import { untilReady } from "../../site/until-ready";
import { startIngest } from "../start-neighbour";
import { median, percentile } from "../statistics";
import { fillWithContacts } from "./fill-with-contacts";

type Latency = { deliveries: number; p50: number; p99: number };

/** An erasure's parts, in their order: until a worker froze them, counted, purged, verified. */
export type Part = "waited" | "started" | "purged" | "verified";

/** What one erasure took. */
export type ErasureFigures = {
  /** From the click to the end, and its parts: in seconds. */
  seconds: Record<Part | "whole", number>;
  rows: number;
  /** While rows were going. */
  rowsPerSecond: number;
  /** How many different numbers of erased rows somebody has seen who looked as often as the page does. */
  progressSeen: number;
};

export type ContactsFigures = {
  contacts: number;
  chosen: number;
  /** While nobody else was at work, and then beside the neighbour's customers. */
  alone: ErasureFigures;
  beside: ErasureFigures;
  /** By when a delivery was due: before the erasure, at any time of it, and in each of its parts. */
  ingest: Record<Part | "idle" | "beside", Latency>;
};

const chosen = 10_000;
const tags = { alone: "leaving at night", beside: "leaving by day" } as const;
const deliveriesPerSecond = 50;
const idleMilliseconds = 15_000;

/** The page's own pace. */
const lookMilliseconds = 1_000;

/**
 * Erases 10,000 of so many contacts, chosen at random, as somebody in the CRM asks for it and a worker
 * does it: first alone, then as many more while customers write to a neighbour.
 */
export async function measureContacts(
  { contacts }: { contacts: number },
  say: (line: string) => void,
): Promise<ContactsFigures> {
  const site = await openSite();
  try {
    say(`Seeding ${contacts} contacts.`);
    const { phoneNumberId, ...of } = await seed(site, contacts);
    await untilReady(await site.startWorker());
    await untilIdle(site);
    say(`Erasing ${chosen} contacts alone.`);
    const alone = await erase(site, of, tags.alone);

    const order = { phoneNumberId, perSecond: deliveriesPerSecond };
    const load = await startIngest(order, { ...process.env });
    await pause(2_000);
    say("Customers write to a neighbour, and nothing else happens.");
    const idleFrom = clock();
    await pause(idleMilliseconds);
    const idleTo = clock();
    say(`Erasing ${chosen} contacts beside that.`);
    const beside = await erase(site, of, tags.beside);
    const samples = await load.finish();
    const between = (from: number, to: number) =>
      latency(samples.filter(({ dueAt }) => dueAt >= from && dueAt < to).map(({ ms }) => ms));
    const { askedAt, takenAt, startedAt, purgedAt, endedAt } = beside.moments;
    const ingest = {
      idle: between(idleFrom, idleTo),
      beside: between(askedAt, endedAt),
      waited: between(askedAt, takenAt),
      started: between(takenAt, startedAt),
      purged: between(startedAt, purgedAt),
      verified: between(purgedAt, endedAt),
    };
    return { contacts, chosen, alone, beside, ingest };
  } finally {
    await site.close();
  }
}

/** A worker's first work is the night's snapshots, one of every workspace. */
async function untilIdle({ connection: { sql } }: Site): Promise<void> {
  const isTaken = async () => {
    const [due] = await sql<{ workspaces: number }[]>`
      select count(*)::int as workspaces from workspaces w where not exists (
        select from stored_objects
        where workspace_id = w.id and purpose = 'snapshot' and state = 'stored')`;
    return due?.workspaces === 0;
  };
  if (!(await poll(isTaken, 600_000))) throw new Error("The snapshots were not taken.");
}

type Large = { workspaceId: string; ownerId: string };

async function erase(
  site: Site,
  { workspaceId, ownerId }: Large,
  tag: string,
): Promise<ErasureFigures & { moments: Moments }> {
  const ctx = erasureContext({ type: "owner", userId: ownerId });
  const askedAt = clock();
  const { selectionId } = await scheduleContactsErasure(ctx, {
    workspaceId,
    chosen: sql`id in (select contact_id from contact_tags t join tags on tags.id = t.tag_id
      where t.workspace_id = ${workspaceId} and tags.name = ${tag})`,
    expected: chosen,
  });
  const progressSeen = await untilEnded(() =>
    readContactsErasure(ctx, { workspaceId, selectionId }),
  );
  return { progressSeen, ...(await timesOf(site, selectionId, askedAt)) };
}

async function seed({ connection, masterKey }: Site, contacts: number) {
  const { sql } = connection;
  await seedDatabase(sql, {
    workspaces: 4,
    messages: 4_000,
    password: "bench",
    keys: seedKeys(masterKey),
  });
  const [large] = await sql<{ workspaceId: string; ownerId: string }[]>`
    select w.id as "workspaceId", m.user_id as "ownerId" from workspaces w
    join memberships m on m.workspace_id = w.id and m.role = 'owner'
    where w.slug not in ('acme', 'globex') order by w.id limit 1`;
  const [number] = await sql<{ phoneNumberId: string }[]>`
    select phone_number_id as "phoneNumberId" from channel_connections c
    join workspaces w on w.id = c.workspace_id
    where w.slug = 'acme' and phone_number_id is not null and c.state = 'connected' limit 1`;
  if (large === undefined || number === undefined) throw new Error("The seed lacks somebody.");
  await fillWithContacts(sql, large.workspaceId, contacts);
  for (const tag of Object.values(tags)) await tagChosen(sql, large.workspaceId, tag);
  await sql`checkpoint`;
  return { ...large, ...number };
}

/** Contacts at random, none of whom has another of these tags. */
async function tagChosen(sql: postgres.Sql, workspaceId: string, tag: string): Promise<void> {
  await sql`
    with made as (
      insert into tags (workspace_id, id, name, color)
      values (${workspaceId}, uuidv7(), ${tag}, 'red') returning id
    )
    insert into contact_tags (workspace_id, id, contact_id, tag_id)
    select ${workspaceId}, uuidv7(), c.id, made.id from made, (
      select id from contacts where workspace_id = ${workspaceId} and not exists (
        select from contact_tags t join tags on tags.id = t.tag_id
        where t.contact_id = contacts.id and tags.name = any(${Object.values(tags)}))
      order by md5(id::text) limit ${chosen}) c`;
  await sql`analyze tags, contact_tags`;
}

/** @returns how many different numbers were shown on the way. @throws where it ends otherwise. */
async function untilEnded(look: () => Promise<ContactsErasureStatus | null>): Promise<number> {
  const seen = new Set<number>();
  let before = 0;
  for (;;) {
    const shown = await look();
    if (shown === null) throw new Error("The choice is not there.");
    const rows = shown.progress.reduce((sum, { done }) => sum + done, 0);
    if (rows < before) throw new Error("The progress went back.");
    before = rows;
    seen.add(rows);
    if (shown.state === "ended") {
      if (shown.erased !== shown.contacts) throw new Error(`${shown.erased} were erased.`);
      return seen.size;
    }
    if (shown.state === "failed" || shown.state === "on_hold") throw new Error(shown.state);
    await pause(lookMilliseconds);
  }
}

/** By this machine's clock, in milliseconds. */
type Moments = Record<"askedAt" | "takenAt" | "startedAt" | "purgedAt" | "endedAt", number>;

/** The driver is drizzle's, which leaves moments to be read by drizzle: they are asked for as seconds. */
async function timesOf({ connection: { sql } }: Site, selectionId: string, askedAt: number) {
  const [times] = await sql<
    { taken: number; started: number; purged: number; ended: number; rows: number }[]
  >`
    select extract(epoch from (select min(occurred_at) from erasure_transitions t
        where t.request_id = r.request_id and to_state = 'purging'))::float8 as started,
      extract(epoch from r.purged_at)::float8 as purged,
      extract(epoch from r.ended_at)::float8 as ended,
      extract(epoch from (select min(frozen_at) from contact_fences
        where frozen_at >= to_timestamp(${askedAt / 1_000})))::float8 as taken,
      (select sum(done_rows)::int from erasure_steps s where s.run_id = r.id and action = 'erase') as rows
    from erasure_runs r join erasure_groups g on g.request_id = r.request_id
    where g.selection_id = ${selectionId}`;
  if (times === undefined) throw new Error("There was no run.");
  const purged = times.purged - times.started;
  return {
    moments: {
      askedAt,
      takenAt: times.taken * 1_000,
      startedAt: times.started * 1_000,
      purgedAt: times.purged * 1_000,
      endedAt: times.ended * 1_000,
    },
    seconds: {
      whole: times.ended - askedAt / 1_000,
      waited: times.taken - askedAt / 1_000,
      started: times.started - times.taken,
      purged,
      verified: times.ended - times.purged,
    },
    rows: times.rows,
    rowsPerSecond: times.rows / purged,
  };
}

function latency(ms: readonly number[]): Latency {
  return { deliveries: ms.length, p50: median(ms), p99: percentile(ms, 99) };
}

function clock(): number {
  return performance.timeOrigin + performance.now();
}
