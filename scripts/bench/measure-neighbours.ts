import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Connection, connect } from "@/db/client";
import { isTimeout, type Plan, runPlan } from "@/lib/erasure/engine";
import { connectForPurges } from "@/lib/purge-database";
import { cascadeForeignKeys, copyDatabase, dropDatabase } from "./databases";
import { workspacePlan } from "./plans";
import { startNeighbour } from "./start-neighbour";
import { startedRun } from "./started-run";
import { median, percentile } from "./statistics";
import type { TemporaryServer } from "./temporary-server";
import { walPosition } from "./wal-position";
import { politely } from "./ways";

/** Medians of the phases' percentiles, in milliseconds. */
export type Latency = {
  phases: number;
  operations: number;
  p50: number;
  p99: number;
  seconds: number;
  walBytesPerSecond: number;
};
export type NeighbourFigures = Record<Beside, Latency>;

type Beside = "idle" | "ours" | "cascade";
type Phase = { from: number; to: number; latencies: number[]; walBytes: number };
/** Works until it is done or told to stop; true when there is nothing left to do. */
type Work = (shouldStop: () => boolean) => Promise<boolean>;

export const operationsPerSecond = 200;

/** One percent of a phase's operations are then at least eight. */
const phaseMs = 4_000;
const enough = { phases: 5, seconds: 20 };
const mostRounds = 6;

/**
 * How long a neighbour's operations take: with nothing beside them, while a large workspace is purged
 * as a worker does it, and while it is deleted by cascade.
 *
 * On fresh copies, in turn, a phase of rest and a phase of deletion, again and again: medians of the
 * phases' percentiles, so that what else the machine does decides as little as can be. Only
 * operations that were due within a phase count.
 */
export async function measureNeighbours(
  server: TemporaryServer,
  { neighbour, doomed }: { neighbour: string; doomed: string },
): Promise<NeighbourFigures> {
  const phases: Record<Beside, Phase[]> = { idle: [], ours: [], cascade: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    for (const beside of ["ours", "cascade"] as const) {
      if (isEnough(phases[beside])) continue;
      await measureRound(server, beside, { neighbour, plan: workspacePlan(doomed) }, phases);
    }
  }
  return {
    idle: latency(phases.idle),
    ours: latency(phases.ours),
    cascade: latency(phases.cascade),
  };
}

async function measureRound(
  server: TemporaryServer,
  beside: "ours" | "cascade",
  { neighbour, plan }: { neighbour: string; plan: Plan },
  phases: Record<Beside, Phase[]>,
): Promise<void> {
  const url = await copyDatabase(server, "neighbours");
  const connection = connectForPurges(url);
  try {
    const work = await prepare[beside](connection, url, plan);
    await server.admin`checkpoint`;
    const load = await startNeighbour({
      url,
      workspaceId: neighbour,
      perSecond: operationsPerSecond,
    });
    await pause(phaseMs / 4);
    const measured: [Beside, Phase][] = [];
    for (let isDone = false; !isDone && !isEnough(phases[beside]); ) {
      measured.push(["idle", await phaseOf(server, rest)]);
      const phase = await phaseOf(server, async (shouldStop) => {
        isDone = await work(shouldStop);
        return isDone;
      });
      measured.push([beside, phase]);
    }
    const samples = await load.finish();
    for (const [name, phase] of measured) {
      phase.latencies = samples
        .filter(({ dueAt }) => dueAt >= phase.from && dueAt < phase.to)
        .map(({ ms }) => ms);
      phases[name].push(phase);
    }
  } finally {
    await connection.close();
    await dropDatabase(server, "neighbours");
  }
}

async function phaseOf({ admin }: TemporaryServer, work: Work): Promise<Phase> {
  const walBefore = await walPosition(admin);
  const from = now();
  await work(() => now() - from > phaseMs);
  const to = now();
  return { from, to, latencies: [], walBytes: (await walPosition(admin)) - walBefore };
}

async function rest(): Promise<boolean> {
  await pause(phaseMs);
  return true;
}

const prepare = {
  async ours({ db }: Connection, _url: string, plan: Plan): Promise<Work> {
    const journal = await startedRun(db, plan);
    const governor = politely(db);
    return async (shouldYield) =>
      (await runPlan(db, plan, journal, {
        governor,
        now: () => new Date(),
        shouldYield,
        isFrozen: true,
      })) === "done";
  },

  /** One statement, which nobody can stop; it is cancelled after some phases' time. */
  async cascade(_connection: Connection, url: string, plan: Plan): Promise<Work> {
    const connection = connect(url, { max: 1 });
    await cascadeForeignKeys(connection.sql);
    await connection.sql`select set_config('statement_timeout', ${`${phaseMs * 4}`}, false)`;
    const workspaceId = plan.subject.keys.workspaceId;
    return async () => {
      await connection.db
        .execute(sql`delete from workspaces where id = ${workspaceId}`)
        .catch((error: unknown) => {
          if (!isTimeout(error)) throw error;
        });
      await connection.close();
      return true;
    };
  },
};

function now(): number {
  return performance.timeOrigin + performance.now();
}

function isEnough(phases: readonly Phase[]): boolean {
  const seconds = phases.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000;
  return phases.length >= enough.phases && seconds >= enough.seconds;
}

/** Short phases, of small workspaces, are taken together: one percent of a few is nobody. */
function latency(phases: readonly Phase[]): Latency {
  const groups: number[][] = [[]];
  for (const { latencies } of phases) {
    const last = groups.at(-1) ?? [];
    if (last.length < (operationsPerSecond * phaseMs) / 2_000) last.push(...latencies);
    else groups.push([...latencies]);
  }
  const seconds = phases.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000;
  return {
    phases: groups.length,
    operations: groups.flat().length,
    p50: median(groups.map((latencies) => percentile(latencies, 50))),
    p99: median(groups.map((latencies) => percentile(latencies, 99))),
    seconds,
    walBytesPerSecond: phases.reduce((sum, { walBytes }) => sum + walBytes, 0) / seconds,
  };
}
