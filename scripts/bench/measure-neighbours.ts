import { setTimeout as pause } from "node:timers/promises";
import { connect } from "@/db/client";
import { countPlan } from "@/lib/erasure/engine";
import { cascadeForeignKeys, copyDatabase, dropDatabase } from "./databases";
import { workspacePlan } from "./plans";
import { startNeighbour } from "./start-neighbour";
import { percentile } from "./statistics";
import type { TemporaryServer } from "./temporary-server";
import { ways } from "./ways";

export type Latency = { operations: number; p50: number; p99: number; seconds: number };
export type NeighbourFigures = Record<"idle" | "ours" | "cascade", Latency>;

type Collected = { latencies: number[]; ms: number };

const perSecond = 100;
const enoughMs = 10_000;
const mostRounds = 6;
const idleMs = 4_000;

/**
 * How long a neighbour's reads and inserts take: with nothing beside them, while other workspaces
 * are purged one after the other, and while they are deleted by cascade.
 *
 * Each kind of load is taken in rounds on fresh copies until there are ten seconds of it, or six
 * rounds; only operations that were due while a workspace was being deleted count.
 */
export async function measureNeighbours(
  server: TemporaryServer,
  workspaceIds: readonly string[],
): Promise<NeighbourFigures> {
  const idle: Collected = { latencies: [], ms: 0 };
  const beside = { ours: collected(), cascade: collected() };
  for (let round = 0; round < mostRounds; round += 1) {
    for (const name of ["ours", "cascade"] as const) {
      if (beside[name].ms < enoughMs) {
        await measureRound(server, name, workspaceIds, idle, beside[name]);
      }
    }
  }
  return { idle: latency(idle), ours: latency(beside.ours), cascade: latency(beside.cascade) };
}

async function measureRound(
  server: TemporaryServer,
  name: "ours" | "cascade",
  [neighbourId = "", ...doomed]: readonly string[],
  idle: Collected,
  beside: Collected,
): Promise<void> {
  const url = await copyDatabase(server, "neighbours");
  const connection = connect(url, { max: 1 });
  const way = ways.find((one) => one.name === name);
  try {
    if (name === "cascade") await cascadeForeignKeys(connection.sql);
    await server.admin`checkpoint`;
    const neighbour = await startNeighbour({ url, workspaceId: neighbourId, perSecond });
    const idleFrom = now();
    if (idle.ms < enoughMs) await pause(idleMs);
    const idleTo = now();

    const windows: { from: number; to: number }[] = [];
    const round = { ms: 0 };
    for (const workspaceId of doomed) {
      if (beside.ms + round.ms >= enoughMs) break;
      const plan = workspacePlan(workspaceId);
      const purge = await way?.prepare(connection, plan, await countPlan(connection.db, plan));
      const from = now();
      await purge?.(async (work) => await work());
      windows.push({ from, to: now() });
      round.ms += now() - from;
    }
    const samples = await neighbour.finish();
    const within = (from: number, to: number) =>
      samples.filter(({ dueAt }) => dueAt >= from && dueAt < to).map(({ ms }) => ms);
    idle.latencies.push(...within(idleFrom, idleTo));
    idle.ms += idleTo - idleFrom;
    for (const { from, to } of windows) beside.latencies.push(...within(from, to));
    beside.ms += round.ms;
  } finally {
    await connection.close();
    await dropDatabase(server, "neighbours");
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function collected(): Collected {
  return { latencies: [], ms: 0 };
}

function latency({ latencies, ms }: Collected): Latency {
  return {
    operations: latencies.length,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    seconds: ms / 1_000,
  };
}
