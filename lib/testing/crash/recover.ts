import { eq, sql } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { recoverRuns } from "@/lib/erasure";
import { childName } from "./child-task";
import { differences } from "./differences";
import { type EndState, readEndState } from "./end-state";
import type { CrashWorker } from "./worker";

/** What a worker that is alive and well made of what it found. */
export type Recovery = {
  /** Whether the request had ended before. */
  wasOver: boolean;
  /** Runs that recovery found to go on with: at first, and when all was done. */
  requeued: { first: number; last: number };
  outcome: "finished" | "failed";
  end: EndState;
};

/** Lets a worker find what was left, take it to its end, and then look whether anything is left. */
export async function recover(worker: CrashWorker, requestId: string): Promise<Recovery> {
  const wasOver = await isOver(worker, requestId);
  const first = await recoverRuns(worker.ctx);
  const outcome = await worker.finish(requestId);
  const last = await recoverRuns(worker.ctx);
  await worker.finish(requestId);
  return { wasOver, requeued: { first, last }, outcome, end: await readEndState(worker) };
}

/** What is wrong with a recovery: all that makes its end another than an undisturbed run's. */
export function faultsIn(
  { wasOver, requeued, outcome, end }: Recovery,
  undisturbed: EndState,
): string[] {
  const expected = {
    requeued: { first: wasOver ? 0 : 1, last: 0 },
    outcome: "finished",
    end: undisturbed,
  };
  return differences({ requeued, outcome, end }, expected);
}

async function isOver({ db }: CrashWorker, requestId: string): Promise<boolean> {
  const [request] = await db
    .select({ closedAt: erasureRequests.closedAt })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.closedAt instanceof Date;
}

/** A killed process's sessions end a moment after it; what they still did belongs to its run. */
export async function untilChildrenAreGone({ db }: CrashWorker): Promise<void> {
  for (;;) {
    const sessions = await db.execute(sql`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = ${childName}`);
    if (Array.isArray(sessions) && sessions.length === 0) return;
  }
}
