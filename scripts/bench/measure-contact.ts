import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { type Connection, connect } from "@/db/client";
import { countPlan, paced, politePace, runPlan } from "@/lib/erasure/engine";
import { copyDatabase, dropDatabase } from "./databases";
import { memoryJournal } from "./memory-journal";
import { contactPlan } from "./plans";
import { seqScans } from "./seq-scans";
import { median } from "./statistics";
import type { TemporaryServer } from "./temporary-server";

export type ContactFigures = {
  /** What PostgreSQL was busy for: counting, purging, and the commits. */
  databaseMs: number;
  /** What the caller waited for. */
  elapsedMs: number;
  messages: number;
  rows: number;
  statements: number;
  /** Tables of more than a few pages that a statement read whole; there should be none. */
  seqScans: string[];
};

type Contact = { contactId: string; messages: number };

const repetitions = 9;
const messagesEach = 50;

/** Erases contacts of 50 messages, one after the other, and looks at every statement's plan. */
export async function measureContact(
  server: TemporaryServer,
  workspaceId: string,
): Promise<ContactFigures> {
  const connection = connect(await copyDatabase(server, "contact"), { max: 1, prepares: true });
  try {
    const found = await contactsOfSize(connection, workspaceId, messagesEach);
    for (const contact of found) await writeMore(connection, workspaceId, contact, messagesEach);
    const [explained, warmUp, ...contacts] = found;
    if (!explained || !warmUp || contacts.length === 0) throw new RangeError("Too few contacts.");
    const plans = await explainPurge(connection, workspaceId, explained.contactId);
    await purge(connection, workspaceId, warmUp.contactId);

    const samples = [];
    for (const { contactId } of contacts) {
      const busyBefore = await busyMs(server, connection);
      const started = performance.now();
      const rows = await purge(connection, workspaceId, contactId);
      const elapsedMs = performance.now() - started;
      const databaseMs = (await busyMs(server, connection)) - busyBefore;
      samples.push({ databaseMs, elapsedMs, rows });
    }
    return {
      databaseMs: median(samples.map((sample) => sample.databaseMs)),
      elapsedMs: median(samples.map((sample) => sample.elapsedMs)),
      rows: median(samples.map((sample) => sample.rows)),
      messages: messagesEach,
      ...plans,
    };
  } finally {
    await connection.close();
    await dropDatabase(server, "contact");
  }
}

async function contactsOfSize(
  connection: Connection,
  workspaceId: string,
  messages: number,
): Promise<Contact[]> {
  return await connection.sql<Contact[]>`
    select c.contact_id as "contactId", count(*)::int as messages
    from conversations c
    join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
    where c.workspace_id = ${workspaceId}
    group by c.contact_id having count(*) <= ${messages}
    order by count(*) desc, c.contact_id
    limit ${repetitions + 2}`;
}

/** Gives a contact as many messages as asked for, by repeating those of one of its threads. */
async function writeMore(
  { sql }: Connection,
  workspaceId: string,
  { contactId, messages }: Contact,
  wanted: number,
): Promise<void> {
  await sql`
    insert into messages (workspace_id, id, conversation_id, direction, kind, body, created_at)
    select workspace_id, overlay(id::text placing 'f' || lpad(to_hex(copy), 5, '0') from 25 for 6)::uuid,
      conversation_id, direction, kind, body, created_at
    from (
      select * from messages where workspace_id = ${workspaceId} and conversation_id in (
        select id from conversations
        where workspace_id = ${workspaceId} and contact_id = ${contactId}
      ) limit 1
    ) as one, generate_series(1, ${wanted - messages}::int) as copy`;
}

async function purge(
  { db }: Connection,
  workspaceId: string,
  contactId: string,
  watch: (execute: Execute) => Execute = (execute) => execute,
): Promise<number> {
  const plan = contactPlan(workspaceId, contactId);
  const journal = memoryJournal<{ execute: Execute }>(plan, await countPlan(db, plan));
  const watched = {
    execute: (query: SQL) => db.execute(query),
    transaction: <T>(work: (tx: { execute: Execute }) => Promise<T>) =>
      db.transaction((tx) => work({ execute: watch((query) => tx.execute(query)) })),
  };
  await runPlan(watched, plan, journal, {
    governor: paced(politePace),
    now: () => new Date(),
    shouldYield: () => false,
    isFrozen: true,
  });
  return journal.rows();
}

type Execute = (query: SQL) => PromiseLike<unknown>;

async function explainPurge(connection: Connection, workspaceId: string, contactId: string) {
  const found = new Set<string>();
  let statements = 0;
  await purge(connection, workspaceId, contactId, (execute) => async (query) => {
    for (const table of seqScans(await execute(sql`explain (format json) ${query}`))) {
      found.add(table);
    }
    statements += 1;
    return await execute(query);
  });
  const large = await connection.sql<{ name: string }[]>`
    select relname as name from pg_class
    where relname = any(${[...found]}) and relnamespace = 'public'::regnamespace and relpages > 8`;
  return { statements, seqScans: large.map(({ name }) => name) };
}

/** Time the copy's sessions have been active, once the purging one has reported its share. */
async function busyMs({ admin }: TemporaryServer, { sql: session }: Connection): Promise<number> {
  await session`select pg_stat_force_next_flush()`;
  const [row] = await admin<{ ms: number }[]>`
    select active_time as ms from pg_stat_database where datname = 'contact'`;
  return Number(row?.ms);
}
