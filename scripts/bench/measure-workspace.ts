import { type Connection, connect } from "@/db/client";
import { countPlan, findResidue, type Plan } from "@/lib/erasure/engine";
import {
  cascadeForeignKeys,
  checkedRole,
  copyDatabase,
  dropDatabase,
  dropForeignKeys,
} from "./databases";
import { memoryWatch } from "./memory-watch";
import { workspacePlan } from "./plans";
import { median } from "./statistics";
import type { TemporaryServer } from "./temporary-server";
import { type Way, type WayName, ways } from "./ways";

type Sample = {
  rows: number;
  ms: number;
  longestMs: number;
  walBytes: number;
  dryRunMs: number;
  verifyMs: number;
  memoryBytes: number;
};

/** Medians, and the most memory; times also per row, because workspaces differ a little. */
export type WorkspaceFigures = Sample & {
  way: WayName;
  repetitions: number;
  msPerThousandRows: number;
};

const repetitionsInACopy = 3;

/**
 * Deletes equal workspaces in every way, in turn, and takes medians.
 *
 * Every way starts after a checkpoint, so that each pays for the page images that follow one, and
 * after the exact count has read the rows once. Cascade, floor and ours have the same workspaces,
 * each in a copy of its own.
 */
export async function measureWorkspace(
  server: TemporaryServer,
  workspaceIds: readonly string[],
  rounds: number,
): Promise<WorkspaceFigures[]> {
  const samples = new Map<WayName, Sample[]>(ways.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    await measureRound(server, workspaceIds, round, (way, sample) =>
      samples.get(way)?.push(sample),
    );
  }
  return [...samples].map(([way, of]) => figures(way, of));
}

async function measureRound(
  server: TemporaryServer,
  workspaceIds: readonly string[],
  round: number,
  take: (way: WayName, sample: Sample) => void,
): Promise<void> {
  const copies = ["plain", "cascade", "floor"] as const;
  for (const copy of copies) await copyDatabase(server, copy);
  const connections = new Map(ways.map((way) => [way.name, connectFor(server, way)]));
  const open = (name: WayName) => {
    const connection = connections.get(name);
    if (connection === undefined) throw new RangeError(`No connection for ${name}.`);
    return connection;
  };
  try {
    await cascadeForeignKeys(open("cascade").sql);
    await dropForeignKeys(open("floor").sql);
    const plain = ways.filter(({ copy }) => copy === "plain");
    const [warmUp, ...rest] = workspaceIds;
    for (const name of ["cascade", "floor", "ours"] as const) {
      const way = ways.find((one) => one.name === name);
      if (way && warmUp) await measureOnce(server, way, open(name), workspacePlan(warmUp));
    }
    for (let repetition = 0; repetition < repetitionsInACopy; repetition += 1) {
      for (const [turn] of ways.entries()) {
        const way = ways[(turn + repetition + round) % ways.length];
        if (way === undefined) continue;
        const among = way.copy === "plain" ? plain.indexOf(way) : plain.length - 1;
        const workspaceId = rest[repetition * plain.length + among];
        if (workspaceId === undefined) throw new RangeError("Too few workspaces.");
        take(way.name, await measureOnce(server, way, open(way.name), workspacePlan(workspaceId)));
      }
    }
  } finally {
    for (const connection of connections.values()) await connection.close();
    for (const copy of copies) await dropDatabase(server, copy);
  }
}

function connectFor(server: TemporaryServer, way: Way): Connection {
  return connect(server.url(way.copy), { max: 1, ...(way.isChecked ? checkedRole : {}) });
}

async function measureOnce(
  { admin }: TemporaryServer,
  way: Way,
  connection: Connection,
  plan: Plan,
): Promise<Sample> {
  const counted = await timed(() => countPlan(connection.db, plan));
  const rows = counted.result.reduce(
    (sum, count, at) => sum + (plan.steps[at]?.action === "erase" ? count : 0),
    0,
  );
  await admin`checkpoint`;
  const walBefore = await walPosition(admin);
  const memory = memoryWatch();
  let longestMs = 0;
  const { ms } = await timed(() =>
    way.purge(connection, plan, async (work) => {
      const one = await timed(work);
      longestMs = Math.max(longestMs, one.ms);
      return one.result;
    }),
  );
  const memoryBytes = memory.stop();
  const walBytes = (await walPosition(admin)) - walBefore;
  const verified = await timed(() => findResidue(connection.db, plan, []));
  const left = verified.result.filter(({ kind }) => kind === "row");
  if (left.length > 0) throw new Error(`${way.name} left rows in ${left.map((one) => one.table)}.`);
  const [dryRunMs, verifyMs] = [counted.ms, verified.ms];
  return { rows, ms, longestMs, walBytes, dryRunMs, verifyMs, memoryBytes };
}

async function walPosition(admin: TemporaryServer["admin"]): Promise<number> {
  const [row] = await admin<{ bytes: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes`;
  return Number(row?.bytes);
}

async function timed<T>(work: () => PromiseLike<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

function figures(way: WayName, samples: readonly Sample[]): WorkspaceFigures {
  const of = (value: (sample: Sample) => number) => median(samples.map(value));
  return {
    way,
    repetitions: samples.length,
    msPerThousandRows: of(({ ms, rows }) => (ms / rows) * 1_000),
    rows: of(({ rows }) => rows),
    ms: of(({ ms }) => ms),
    longestMs: of(({ longestMs }) => longestMs),
    walBytes: of(({ walBytes }) => walBytes),
    dryRunMs: of(({ dryRunMs }) => dryRunMs),
    verifyMs: of(({ verifyMs }) => verifyMs),
    memoryBytes: Math.max(...samples.map(({ memoryBytes }) => memoryBytes)),
  };
}
