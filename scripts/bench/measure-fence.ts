import postgres from "postgres";
import { newId } from "@/db/schema/columns";
import { copyDatabase, dropDatabase, dropFence } from "./databases";
import { median } from "./statistics";
import type { TemporaryServer } from "./temporary-server";

export type FenceFigures = {
  withMs: number;
  withoutMs: number;
  /** Of the whole transaction, commit included: what a writer pays. */
  insertCost: number;
  /** Of the insert statement alone. */
  statementCost: number;
};

type Sample = { transactionMs: number; statementMs: number };

const pairs = 3_000;
const warmUp = 200;

/** Inserts messages one by one, each in its transaction, in turn with and without the triggers. */
export async function measureFence(
  server: TemporaryServer,
  workspaceId: string,
): Promise<FenceFigures> {
  const fenced = postgres(await copyDatabase(server, "fenced"), { max: 1 });
  const open = postgres(await copyDatabase(server, "unfenced"), { max: 1 });
  try {
    await dropFence(open);
    const [conversation] = await fenced<{ id: string }[]>`
      select id from conversations where workspace_id = ${workspaceId} limit 1`;
    if (conversation === undefined) throw new RangeError("The workspace has no conversation.");
    const insert = (sql: postgres.Sql) => insertMessage(sql, workspaceId, conversation.id);

    const [withFence, without]: [Sample[], Sample[]] = [[], []];
    for (let pair = 0; pair < warmUp + pairs; pair += 1) {
      const isFencedFirst = pair % 2 === 0;
      const first = await insert(isFencedFirst ? fenced : open);
      const second = await insert(isFencedFirst ? open : fenced);
      if (pair < warmUp) continue;
      withFence.push(isFencedFirst ? first : second);
      without.push(isFencedFirst ? second : first);
    }
    const withMs = median(withFence.map((sample) => sample.transactionMs));
    const withoutMs = median(without.map((sample) => sample.transactionMs));
    return {
      withMs,
      withoutMs,
      insertCost: withMs / withoutMs,
      statementCost:
        median(withFence.map((sample) => sample.statementMs)) /
        median(without.map((sample) => sample.statementMs)),
    };
  } finally {
    await fenced.end({ timeout: 5 });
    await open.end({ timeout: 5 });
    for (const copy of ["fenced", "unfenced"]) await dropDatabase(server, copy);
  }
}

async function insertMessage(
  sql: postgres.Sql,
  workspaceId: string,
  conversationId: string,
): Promise<Sample> {
  const started = performance.now();
  const statementMs = await sql.begin(async (tx) => {
    const before = performance.now();
    await tx`insert into messages (workspace_id, id, conversation_id, direction, kind, body)
      values (${workspaceId}, ${newId()}, ${conversationId}, 'inbound', 'text', 'Is my order on its way?')`;
    return performance.now() - before;
  });
  return { transactionMs: performance.now() - started, statementMs };
}
