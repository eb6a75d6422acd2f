import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { ErasureContext } from "./context";
import { isPaused } from "./is-paused";
import { partToPurge } from "./part-to-purge";
import { RunSubjects } from "./subjects";
import { whollyHeldBy } from "./wholly-held";

/**
 * Whether a run may do nothing for now outside the database either: purges are paused, a legal hold
 * stands on one of its subjects, or keeps some of its rows back.
 */
export async function isStopped(
  ctx: Pick<ErasureContext, "db" | "now" | "vault">,
  runId: string,
): Promise<boolean> {
  if (await isPaused(ctx.db)) return true;
  const [run] = await ctx.db
    .select({ subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.id, runId));
  const subjects = RunSubjects.parse(run?.subjects ?? []);
  if ((await whollyHeldBy(ctx.db, subjects, ctx.now())).length > 0) return true;
  for (const subject of subjects) {
    if (subject.isSettled && (await partToPurge(ctx, subject)).heldBy.length > 0) return true;
  }
  return false;
}
