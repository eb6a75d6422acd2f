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

const pairs = { quick: 1_000, all: 3_000 } as const;
const pairsInBlock = 100;
const warmUp = 200;

/**
 * Inserts messages one by one, each in its transaction, in turn with and without the triggers.
 *
 * A block of neighbouring pairs has seen the same machine: each gives one ratio of medians, and the
 * median of those is the cost.
 */
export async function measureFence(
  server: TemporaryServer,
  workspaceId: string,
  { isQuick }: { isQuick: boolean },
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
    const last = warmUp + (isQuick ? pairs.quick : pairs.all);
    for (let pair = 0; pair < last; pair += 1) {
      const isFencedFirst = pair % 2 === 0;
      const first = await insert(isFencedFirst ? fenced : open);
      const second = await insert(isFencedFirst ? open : fenced);
      if (pair < warmUp) continue;
      withFence.push(isFencedFirst ? first : second);
      without.push(isFencedFirst ? second : first);
    }
    return {
      withMs: median(withFence.map(transactionMs)),
      withoutMs: median(without.map(transactionMs)),
      insertCost: costOf(withFence.map(transactionMs), without.map(transactionMs)),
      statementCost: costOf(withFence.map(statementMs), without.map(statementMs)),
    };
  } finally {
    await fenced.end({ timeout: 5 });
    await open.end({ timeout: 5 });
    for (const copy of ["fenced", "unfenced"]) await dropDatabase(server, copy);
  }
}

const transactionMs = (sample: Sample) => sample.transactionMs;
const statementMs = (sample: Sample) => sample.statementMs;

function costOf(withFence: readonly number[], without: readonly number[]): number {
  const ratios: number[] = [];
  for (let from = 0; from < withFence.length; from += pairsInBlock) {
    const block = (values: readonly number[]) => median(values.slice(from, from + pairsInBlock));
    ratios.push(block(withFence) / block(without));
  }
  return median(ratios);
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
