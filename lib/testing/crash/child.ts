import { connect } from "@/db/client";
import { type ChildReport, ChildTask, childName, type Stop } from "./child-task";
import { countAwaits } from "./count-awaits";
import { type Intervention, noIntervention } from "./intervention";
import { watchOutsideCalls } from "./outside-calls";
import { openSeam } from "./statement-seam";
import { startWorker } from "./worker";

type Task = ReturnType<(typeof ChildTask)["parse"]>;

/** Workers in a process of its own, each on its database, which dies when all are where they stop. */
async function work(task: Task): Promise<ChildReport> {
  const stopped = countDown(task.stops.length, dieNow);
  const reports = task.databaseUrls.map((databaseUrl, at) => {
    const stop = task.stops[at];
    return workOn(databaseUrl, task, stop === undefined ? killing(task) : stopping(stop, stopped));
  });
  const [first] = await Promise.all(reports);
  if (first === undefined) throw new RangeError("There is no database.");
  return first;
}

/** Nothing of it goes on: the signal comes before the next instruction. */
function dieNow(): void {
  process.kill(process.pid, "SIGKILL");
}

function dieAt(killedAtAwait: number | null): (count: number) => void {
  return (count) => {
    if (count === killedAtAwait) dieNow();
  };
}

async function workOn(
  databaseUrl: string,
  { masterKey, filesFolder, now, requestId, server, killedAtAwait }: Task,
  intervention: Intervention,
): Promise<ChildReport> {
  const isWatched = intervention === noIntervention && killedAtAwait === null;
  const outside = isWatched ? watchOutsideCalls() : null;
  const seam = openSeam(intervention, outside);
  const worker = startWorker(
    { databaseUrl, masterKey, filesFolder, now: () => now },
    { ...seam.options, max: 2, connection: { application_name: childName } },
  );
  // Each hook costs at every await: not where a statement decides when a worker stops.
  const awaits = intervention === noIntervention ? countAwaits(dieAt(killedAtAwait)) : null;
  const outcome = await worker.finish(requestId);
  const awaited = awaits?.stop() ?? 0;
  if (intervention !== noIntervention && server === null) throw new Error("It was not stopped.");
  outside?.stop();
  const statements = [...seam.statements];
  await worker.close();
  return { outcome, statements, awaits: awaited };
}

/** It lives on, and nothing that it has not sent by then ever leaves. */
function stopping(stop: Stop, stopped: () => void): Intervention {
  return {
    at: isAt(stop),
    async act() {
      stopped();
      await new Promise(() => {});
    },
  };
}

function killing({ server, databaseUrls: [databaseUrl = ""] }: Task): Intervention {
  if (server === null) return noIntervention;
  return {
    at: isAt(server.stop),
    async act() {
      if (server.isFlushed) await flush(databaseUrl);
      process.kill(server.pid, "SIGQUIT");
    },
  };
}

function isAt({ statement, moment }: Stop): Intervention["at"] {
  return (passing) => passing.statement === statement && passing.moment === moment;
}

function countDown(count: number, done: () => void): () => void {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) done();
  };
}

/** A commit that waits for the disk waits for all that were before it. */
async function flush(databaseUrl: string): Promise<void> {
  const { sql, close } = connect(databaseUrl, { max: 1 });
  await sql`select pg_logical_emit_message(true, 'flush', '')`;
  await close();
}

work(ChildTask.parse(JSON.parse(process.argv[2] ?? ""))).then(
  (report) => console.log(JSON.stringify(report)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
