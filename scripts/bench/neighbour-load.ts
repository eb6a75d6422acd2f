import postgres from "postgres";
import { z } from "zod";
import { newId } from "@/db/schema/columns";
import { workSteadily } from "./work-steadily";

/**
 * A neighbour's steady work, in a process of its own: threads and the inbox are read, messages
 * written, webhooks taken in.
 */
const Order = z.object({ url: z.string(), workspaceId: z.uuid(), perSecond: z.number() });

const order = Order.parse(JSON.parse(process.argv[2] ?? "null"));
const sql = postgres(order.url, { max: 10, onnotice: () => {} });

const { workspaceId } = order;
const threads = await sql<{ id: string }[]>`
  select id from conversations where workspace_id = ${workspaceId} order by id limit 200`;

const operations = { readThread, listInbox, writeMessage, takeWebhook };
type Operation = keyof typeof operations;

/** Of ten operations four read a thread, two the inbox, two write and two come from a webhook. */
const mix: readonly Operation[] = [
  "readThread",
  "writeMessage",
  "listInbox",
  "takeWebhook",
  "readThread",
  "readThread",
  "writeMessage",
  "listInbox",
  "takeWebhook",
  "readThread",
];

await workSteadily(order.perSecond, operate);

async function operate(turn: number): Promise<Operation> {
  const operation = mix[turn % mix.length] ?? "readThread";
  await operations[operation](threads[turn % threads.length]?.id ?? "");
  return operation;
}

async function readThread(thread: string): Promise<void> {
  await sql`select * from messages
    where workspace_id = ${workspaceId} and conversation_id = ${thread}
    order by created_at desc, id desc limit 50`;
}

async function listInbox(): Promise<void> {
  await sql`select c.id, c.state, p.name, c.last_message_at, m.direction, m.body
    from conversations c
    join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
    left join lateral (
      select direction, body from messages
      where workspace_id = ${workspaceId} and conversation_id = c.id
      order by created_at desc, id desc limit 1) m on true
    where c.workspace_id = ${workspaceId} and c.last_message_at is not null
    order by c.last_message_at desc, c.id desc limit 30`;
}

async function writeMessage(thread: string): Promise<void> {
  await sql`insert into messages (workspace_id, id, conversation_id, direction, kind, body)
    values (${workspaceId}, ${newId()}, ${thread}, 'outbound', 'text', 'It is on its way.')`;
}

/** A message comes in, and with it what became of one that went out. */
async function takeWebhook(thread: string): Promise<void> {
  await sql.begin(async (tx) => {
    const id = newId();
    await tx`insert into messages (workspace_id, id, conversation_id, direction, kind, body)
      values (${workspaceId}, ${id}, ${thread}, 'inbound', 'text', 'Do you deliver today?')`;
    await tx`insert into message_status_events (workspace_id, id, message_id, status, occurred_at)
      values (${workspaceId}, ${newId()}, ${id}, 'delivered', now()),
        (${workspaceId}, ${newId()}, ${id}, 'read', now())`;
    await tx`update conversations set last_message_at = now()
      where workspace_id = ${workspaceId} and id = ${thread}`;
  });
}
