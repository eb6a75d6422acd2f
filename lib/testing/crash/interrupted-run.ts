import { sql } from "drizzle-orm";
import { childName } from "./child-task";
import type { Passing } from "./intervention";
import type { Stage } from "./stage";
import { openSeam, type SentStatement } from "./statement-seam";
import { type CrashWorker, startWorker } from "./worker";

/** How a run went in which something happened meanwhile. */
export type InterruptedRun = {
  outcome: "finished" | "failed" | Error;
  /** Whether the moment for it came at all. */
  wasInterrupted: boolean;
  statements: readonly SentStatement[];
};

export type Interruption = {
  at: (passing: Passing) => boolean;
  /** The worker's statement waits for it. */
  act: () => Promise<void>;
  /** Whether it happens each time, and not only the first. */
  isRepeated?: boolean;
};

/** Lets a worker of this process take the scene's request to its end, and interrupts it. */
export async function interruptedRun(
  { scene }: Stage,
  { at, act, isRepeated = false }: Interruption,
): Promise<InterruptedRun> {
  let wasInterrupted = false;
  const seam = openSeam({
    at: (passing) => (isRepeated || !wasInterrupted) && at(passing),
    async act() {
      wasInterrupted = true;
      await act();
    },
  });
  const worker = startWorker(scene, {
    ...seam.options,
    connection: { application_name: childName },
  });
  const outcome = await worker.finish(scene.requestId).catch(asError);
  await worker.close();
  return { outcome, wasInterrupted, statements: seam.statements };
}

/** The moment before a transaction's k-th beginning, or its end. */
export function before(text: "begin" | "commit", k: number): Interruption["at"] {
  let seen = 0;
  return (passing) => {
    if (passing.moment !== "before" || passing.text.trim() !== text) return false;
    seen += 1;
    return seen === k;
  };
}

/** Waits until some work is done, or cannot go on before somebody else lets go of a lock. */
export async function untilDoneOrBlocked(
  { db }: Pick<CrashWorker, "db">,
  work: Promise<unknown>,
): Promise<void> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  while (!isDone) {
    const waiting = await db.execute(sql`
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (Array.isArray(waiting) && waiting.length > 0) return;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
