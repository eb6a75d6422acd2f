import { sql } from "drizzle-orm";
import { childName } from "./child-task";
import type { Passing } from "./intervention";
import type { Stage } from "./stage";
import { openSeam } from "./statement-seam";
import { type CrashWorker, startWorker } from "./worker";

/** How a run went in which something happened meanwhile. */
export type InterruptedRun = {
  outcome: "finished" | "failed" | Error;
  /** Whether the moment for it came at all. */
  wasInterrupted: boolean;
};

export type Interruption = {
  /** Statements are counted anew in each run. */
  at: (passing: Passing) => boolean;
  /** The worker's statement waits for it. */
  act: () => Promise<void>;
  /** Whether it happens each time, and not only the first. */
  isRepeated?: boolean;
};

/** A worker of this process that takes the scene's request to its end again and again, each time interrupted. */
export type InterruptedWorker = {
  run(interruption: Interruption): Promise<InterruptedRun>;
  close(): Promise<void>;
};

/**
 * Opens a worker whose connections stay open from run to run: what a server has to learn about its tables
 * for a new one takes longer than the run itself.
 */
export function openInterruptedWorker({ scene }: Pick<Stage, "scene">): InterruptedWorker {
  let current: Interruption | null = null;
  let earlier = 0;
  let wasInterrupted = false;
  const seam = openSeam({
    at(passing) {
      if (current === null || (wasInterrupted && !current.isRepeated)) return false;
      return current.at({ ...passing, statement: passing.statement - earlier });
    },
    async act() {
      wasInterrupted = true;
      await current?.act();
    },
  });
  const worker = startWorker(scene, {
    ...seam.options,
    connection: { application_name: childName },
  });
  return {
    async run(interruption) {
      current = interruption;
      earlier = seam.statements.length;
      wasInterrupted = false;
      const outcome = await worker.finish(scene.requestId).catch(asError);
      return { outcome, wasInterrupted };
    },
    close: worker.close,
  };
}

/** The same once, by a worker with connections of its own. */
export async function interruptedRun(
  stage: Pick<Stage, "scene">,
  interruption: Interruption,
): Promise<InterruptedRun> {
  const worker = openInterruptedWorker(stage);
  const run = await worker.run(interruption);
  await worker.close();
  return run;
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
