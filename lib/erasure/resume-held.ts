import { eq } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { standing } from "./active-hold";
import { areHeldWhole } from "./are-held-whole";
import type { ErasureContext, Tx } from "./context";
import { isUnfinished } from "./is-unfinished";
import { requestSubject } from "./request-subject";
import { RunSubjects } from "./subjects";
import { transition } from "./transition";
import { whollyHeldBy } from "./wholly-held";

type Request = typeof erasureRequests.$inferSelect;
type Run = typeof erasureRuns.$inferSelect;

/**
 * Goes on with every request on hold of which something is free again: a hold was released or has
 * expired. A run takes up what that hold had kept back, and obeys those that still stand.
 *
 * @returns how many.
 */
export async function resumeHeld(ctx: ErasureContext): Promise<number> {
  return await ctx.db.transaction(async (tx) => {
    const held = await tx
      .select({ request: erasureRequests, run: erasureRuns })
      .from(erasureRequests)
      .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
      .where(eq(erasureRequests.state, "on_hold"))
      .for("update", { of: erasureRequests });
    let resumed = 0;
    for (const { request, run } of held) {
      const isFree =
        run === null ? !(await isHeldWhole(tx, ctx, request)) : await isRunFree(tx, ctx, run);
      if (!isFree) continue;
      await transition(tx, ctx, request, run === null ? "scheduled" : "purging");
      if (run !== null) {
        await tx.update(erasureRuns).set({ stoppedBy: null }).where(eq(erasureRuns.id, run.id));
      }
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: request.id } });
      resumed += 1;
    }
    return resumed;
  });
}

/** Where another hold covers all that is left, the run waits for that one. */
async function isRunFree(tx: Tx, ctx: ErasureContext, run: Run): Promise<boolean> {
  const waitsFor = run.stoppedBy ?? [];
  if (waitsFor.length > 0) {
    const stillStanding = await standing(tx, waitsFor, ctx.now());
    if (stillStanding.length === waitsFor.length) return false;
  }
  const left = [];
  for (const [index, subject] of RunSubjects.parse(run.subjects ?? []).entries()) {
    if (await isUnfinished(tx, run.id, index)) left.push(subject);
  }
  const whollyHeld = await whollyHeldBy(tx, left, ctx.now());
  if (whollyHeld.length === 0) return true;
  await tx.update(erasureRuns).set({ stoppedBy: whollyHeld }).where(eq(erasureRuns.id, run.id));
  return false;
}

async function isHeldWhole(tx: Tx, ctx: ErasureContext, request: Request): Promise<boolean> {
  const subject = await requestSubject(tx, ctx, request);
  return subject !== null && (await areHeldWhole(tx, [subject], ctx.now()));
}
