import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import { newId } from "@/db/schema/columns";

/**
 * A neighbour's steady work, in a process of its own: reads of a thread and inserts of messages, in
 * turn, started by the clock whether or not the last is done. A latency counts from the moment that
 * an operation was due.
 */
const Order = z.object({ url: z.string(), workspaceId: z.uuid(), perSecond: z.number() });

const order = Order.parse(JSON.parse(process.argv[2] ?? "null"));
const sql = postgres(order.url, { max: 10, onnotice: () => {} });
const samples: { dueAt: number; ms: number }[] = [];
const clock = () => performance.timeOrigin + performance.now();
let isStopping = false;
process.once("disconnect", () => process.exit());
process.once("message", () => {
  isStopping = true;
});

const threads = await sql<{ id: string }[]>`
  select id from conversations where workspace_id = ${order.workspaceId} order by id limit 200`;
await Promise.all(Array.from({ length: 20 }, (_, turn) => operate(turn)));
process.send?.("ready");

const startedAt = clock();
const underWay = new Set<Promise<void>>();
for (let turn = 0; !isStopping; turn += 1) {
  const dueAt = startedAt + (turn * 1_000) / order.perSecond;
  const wait = dueAt - clock();
  if (wait > 0) await pause(wait);
  const operation = operate(turn).then(() => {
    samples.push({ dueAt, ms: clock() - dueAt });
    underWay.delete(operation);
  });
  underWay.add(operation);
}
await Promise.all(underWay);
await sql.end({ timeout: 5 });
process.send?.(samples, () => process.exit());

async function operate(turn: number): Promise<void> {
  const thread = threads[turn % threads.length]?.id ?? "";
  if (turn % 2 === 0) {
    await sql`select * from messages
      where workspace_id = ${order.workspaceId} and conversation_id = ${thread}
      order by created_at desc limit 50`;
  } else {
    await sql`insert into messages (workspace_id, id, conversation_id, direction, kind, body)
      values (${order.workspaceId}, ${newId()}, ${thread}, 'inbound', 'text', 'Do you deliver today?')`;
  }
}
