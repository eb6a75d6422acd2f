import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Connection, connect } from "@/db/client";
import { erasureMap } from "@/db/erasure-map";
import { purgeApplicationName } from "@/lib/erasure";
import { collectIdentifiers, countPlan, findResidue, type Plan } from "@/lib/erasure/engine";
import {
  type BenchWorkspaces,
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
import { walPosition } from "./wal-position";
import type { WayName } from "./way-names";
import { type Way, ways } from "./ways";

/** Ours looks at who else has been at work in the latest second; this process has. */
const forgottenAfterMs = 1_100;

/** As many as verification has in a worker that finds nobody else at work. */
const readers = 2;

type Sample = {
  rows: number;
  ms: number;
  /** From a batch's last change to its end: the record, and the commit that is sent with it. */
  endOfBatchMs: number;
  batches: number;
  longestMs: number;
  walBytes: number;
  /** The exact count as the first to read a fresh copy, and the same when its pages are in memory. */
  dryRunMs: number;
  dryRunAgainMs: number;
  verifyMs: number;
  memoryBytes: number;
};

/**
 * Medians, and the most memory; times also per row, because workspaces differ a little.
 *
 * The ratios are medians over rounds, each of a way beside cascade and floor in the same round, which
 * have seen the same machine.
 */
export type WorkspaceFigures = Sample & {
  way: WayName;
  repetitions: number;
  msPerThousandRows: number;
  /** Nothing where that way was not asked for. */
  xCascade: number | null;
  xFloor: number | null;
};

/** Ten million messages take minutes a time; those that only few look at are measured once. */
function repetitionsOf(way: WayName, size: number, isQuick: boolean): number {
  const isMain = way !== "orm" && way !== "checks on";
  if (isQuick || size > 1_000_000) return isMain ? 1 : 0;
  if (isMain) return size > 100_000 ? 3 : 5;
  return 1;
}

type Doomed = Pick<BenchWorkspaces, "doomed" | "rehearsal">;

/** What is measured: `ways` and `rounds` are asked for, or else all, as often as `size` allows. */
type Extent = {
  size: number;
  isQuick: boolean;
  ways: WayName[] | undefined;
  rounds: number | undefined;
};

/**
 * Deletes the same workspace in every way, in turn, each time in a fresh copy of the database.
 *
 * Every way has deleted a small workspace first, as a worker that has been at it for a while has, so that
 * what is timed is not a connection's first look at its catalogs. It starts after the exact count has read
 * the rows, and after a checkpoint, so that each pays for the page images that follow one. A way that
 * leaves a row behind is an error.
 */
export async function measureWorkspace(
  server: TemporaryServer,
  doomed: Doomed,
  { size, isQuick, ways: asked, rounds }: Extent,
): Promise<WorkspaceFigures[]> {
  const samples = new Map<WayName, Sample[]>();
  const wanted = ways.filter(({ name }) => asked === undefined || asked.includes(name));
  const times = ({ name }: Way) => rounds ?? repetitionsOf(name, size, isQuick);
  const most = Math.max(...wanted.map(times));
  for (let round = 0; round < most; round += 1) {
    for (const way of wanted) {
      if (round >= times(way)) continue;
      const sample = await measureOnce(server, way, doomed);
      samples.set(way.name, [...(samples.get(way.name) ?? []), sample]);
    }
  }
  const [cascade = [], floor = []] = [samples.get("cascade"), samples.get("floor")];
  return [...samples].map(([way, of]) => ({
    ...figures(way, of),
    xCascade: ratio(of, cascade),
    xFloor: ratio(of, floor),
  }));
}

async function measureOnce(server: TemporaryServer, way: Way, doomed: Doomed): Promise<Sample> {
  const { admin } = server;
  const plan = workspacePlan(doomed.doomed);
  const url = await copyDatabase(server, "workspace");
  const connection = connect(url, {
    max: readers,
    prepares: true,
    connection: { application_name: purgeApplicationName },
    ...(way.isChecked ? checkedRole : {}),
  });
  try {
    await declareForeignKeys(url, way);
    await rehearse(connection, way, workspacePlan(doomed.rehearsal));
    const counted = await timed(() => countPlan(connection.db, plan));
    const again = await timed(() => countPlan(connection.db, plan));
    const erases = (at: number) => plan.steps[at]?.action === "erase";
    const rows = counted.result.reduce((sum, count, at) => sum + (erases(at) ? count : 0), 0);
    const identifiers = await collectIdentifiers(connection.db, plan, erasureMap);
    const purge = await way.prepare(connection, plan, counted.result);
    await admin`checkpoint`;
    const walBefore = await walPosition(admin);
    if (way.looksAtLoad) await pause(forgottenAfterMs);

    const memory = memoryWatch();
    let longestMs = 0;
    const { ms, result } = await timed(() =>
      purge(async (work) => {
        const one = await timed(work);
        longestMs = Math.max(longestMs, one.ms);
        return one.result;
      }),
    );
    const memoryBytes = memory.stop();
    const walBytes = (await walPosition(admin)) - walBefore;
    const verified = await timed(() => findResidue(connection.db, plan, identifiers, { readers }));
    const left = verified.result.filter(({ kind }) => kind === "row");
    if (left.length > 0) throw new Error(`${way.name} left ${left.map(({ table }) => table)}.`);
    return {
      rows,
      ms,
      endOfBatchMs: result.ms / result.batches,
      batches: result.batches,
      longestMs,
      walBytes,
      dryRunMs: counted.ms,
      dryRunAgainMs: again.ms,
      verifyMs: verified.ms,
      memoryBytes,
    };
  } finally {
    await connection.close();
    await dropDatabase(server, "workspace");
  }
}

async function rehearse(connection: Connection, way: Way, plan: Plan): Promise<void> {
  const counted = await countPlan(connection.db, plan);
  const identifiers = await collectIdentifiers(connection.db, plan, erasureMap);
  const purge = await way.prepare(connection, plan, counted);
  await purge(async (work) => await work());
  await findResidue(connection.db, plan, identifiers, { readers });
}

async function declareForeignKeys(url: string, { foreignKeys }: Way): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  if (foreignKeys === "cascading") await cascadeForeignKeys(sql);
  if (foreignKeys === "none") await dropForeignKeys(sql);
  await sql.end();
}

async function timed<T>(work: () => PromiseLike<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

function ratio(of: readonly Sample[], base: readonly Sample[]): number | null {
  if (base.length === 0) return null;
  return median(of.flatMap((one, at) => perRow(one) / perRow(base[at] ?? one)));
}

function perRow({ ms, rows }: Sample): number {
  return ms / rows;
}

function figures(way: WayName, samples: readonly Sample[]) {
  const of = (value: (sample: Sample) => number) => median(samples.map(value));
  return {
    way,
    repetitions: samples.length,
    msPerThousandRows: of(perRow) * 1_000,
    rows: of(({ rows }) => rows),
    ms: of(({ ms }) => ms),
    endOfBatchMs: of(({ endOfBatchMs }) => endOfBatchMs),
    batches: of(({ batches }) => batches),
    longestMs: of(({ longestMs }) => longestMs),
    walBytes: of(({ walBytes }) => walBytes),
    dryRunMs: of(({ dryRunMs }) => dryRunMs),
    dryRunAgainMs: of(({ dryRunAgainMs }) => dryRunAgainMs),
    verifyMs: of(({ verifyMs }) => verifyMs),
    memoryBytes: Math.max(...samples.map(({ memoryBytes }) => memoryBytes)),
  };
}
