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
/** `p99VsIdle` is the median over phases, each beside the idle one right before it. */
export type NeighbourFigures = { idle: Latency } & Record<Beside, Latency & { p99VsIdle: number }>;

type Beside = "ours" | "cascade";
type Phase = { from: number; to: number; latencies: number[]; walBytes: number };
type Pair = { idle: Phase; beside: Phase };
/** Works until it is done or told to stop; true when there is nothing left to do. */
type Work = (shouldStop: () => boolean) => Promise<boolean>;

export const operationsPerSecond = 200;

/** One percent of a phase's operations are then at least eight. */
const phaseMs = 4_000;
const enough = { quick: { phases: 2, seconds: 6 }, all: { phases: 5, seconds: 15 } } as const;
type Enough = (typeof enough)[keyof typeof enough];
const mostRounds = 5;

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
  { neighbour, doomed, isQuick }: { neighbour: string; doomed: string; isQuick: boolean },
): Promise<NeighbourFigures> {
  const wanted = isQuick ? enough.quick : enough.all;
  const pairs: Record<Beside, Pair[]> = { ours: [], cascade: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    for (const beside of ["ours", "cascade"] as const) {
      if (isEnough(pairs[beside], wanted)) continue;
      const round = { neighbour, plan: workspacePlan(doomed), wanted, earlier: pairs[beside] };
      pairs[beside].push(...(await measureRound(server, beside, round)));
    }
  }
  const idle = [...pairs.ours, ...pairs.cascade].map((pair) => pair.idle);
  return {
    idle: latency(idle.map((phase) => [phase])),
    ours: besideFigures(pairs.ours),
    cascade: besideFigures(pairs.cascade),
  };
}

async function measureRound(
  server: TemporaryServer,
  beside: Beside,
  {
    neighbour,
    plan,
    wanted,
    earlier,
  }: { neighbour: string; plan: Plan; wanted: Enough; earlier: readonly Pair[] },
): Promise<Pair[]> {
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
    const pairs: Pair[] = [];
    for (let isDone = false; !isDone && !isEnough([...earlier, ...pairs], wanted); ) {
      const idle = await phaseOf(server, rest);
      const working = await phaseOf(server, async (shouldStop) => {
        isDone = await work(shouldStop);
        return isDone;
      });
      pairs.push({ idle, beside: working });
    }
    const samples = await load.finish();
    for (const phase of pairs.flatMap((pair) => [pair.idle, pair.beside])) {
      phase.latencies = samples
        .filter(({ dueAt }) => dueAt >= phase.from && dueAt < phase.to)
        .map(({ ms }) => ms);
    }
    return pairs;
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

function isEnough(pairs: readonly Pair[], { phases, seconds }: Enough): boolean {
  return pairs.length >= phases && secondsOf(pairs.map((pair) => pair.beside)) >= seconds;
}

function besideFigures(pairs: readonly Pair[]) {
  const groups = grouped(pairs);
  const p99 = (phases: readonly Phase[]) =>
    percentile(
      phases.flatMap(({ latencies }) => latencies),
      99,
    );
  const besideOf = (group: readonly Pair[]) => group.map((pair) => pair.beside);
  const idleOf = (group: readonly Pair[]) => group.map((pair) => pair.idle);
  return {
    ...latency(groups.map(besideOf)),
    p99VsIdle: median(groups.map((group) => p99(besideOf(group)) / p99(idleOf(group)))),
  };
}

/** Short phases, of small workspaces, are taken together: one percent of a few is nobody. */
function grouped(pairs: readonly Pair[]): Pair[][] {
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    const last = groups.at(-1);
    const operations = last?.reduce((sum, { beside }) => sum + beside.latencies.length, 0);
    if (last === undefined || (operations ?? 0) >= (operationsPerSecond * phaseMs) / 2_000) {
      groups.push([pair]);
    } else {
      last.push(pair);
    }
  }
  return groups;
}

function latency(groups: readonly (readonly Phase[])[]): Latency {
  const latencies = groups.map((phases) => phases.flatMap((phase) => phase.latencies));
  const seconds = secondsOf(groups.flat());
  const walBytes = groups.flat().reduce((sum, phase) => sum + phase.walBytes, 0);
  return {
    phases: groups.length,
    operations: latencies.flat().length,
    p50: median(latencies.map((of) => percentile(of, 50))),
    p99: median(latencies.map((of) => percentile(of, 99))),
    seconds,
    walBytesPerSecond: walBytes / seconds,
  };
}

function secondsOf(phases: readonly Phase[]): number {
  return phases.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000;
}
