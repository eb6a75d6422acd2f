import { and, eq, isNull } from "drizzle-orm";
import { erasureRequests, erasureRuns, legalHolds } from "@/db/schema";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { transition } from "./transition";

/** Ends a legal hold, and goes on with what it had stopped, without anyone having to remember. */
export async function releaseHold(
  ctx: ErasureContext,
  { holdId }: { holdId: string },
): Promise<void> {
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may release a legal hold.");
  }
  await ctx.db.transaction(async (tx) => {
    const [hold] = await tx
      .update(legalHolds)
      .set({ releasedAt: ctx.now() })
      .where(and(eq(legalHolds.id, holdId), isNull(legalHolds.releasedAt)))
      .returning();
    if (hold === undefined)
      throw new ErasureError("not_found", "There is no such hold to release.");
    const subject = { kind: hold.subjectKind, id: hold.subjectId };
    if (!(await hasActiveHold(tx, [subject], ctx.now()))) await resume(tx, ctx, subject);
  });
}

async function resume(
  tx: Tx,
  ctx: ErasureContext,
  subject: { kind: (typeof legalHolds.$inferSelect)["subjectKind"]; id: string },
): Promise<void> {
  const stopped = await tx
    .select({ id: erasureRequests.id, state: erasureRequests.state, runId: erasureRuns.id })
    .from(erasureRequests)
    .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        eq(erasureRequests.subjectKind, subject.kind),
        eq(erasureRequests.subjectId, subject.id),
        eq(erasureRequests.state, "on_hold"),
      ),
    );
  for (const request of stopped) {
    await transition(tx, ctx, request, request.runId === null ? "scheduled" : "purging");
    await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: request.id } });
  }
}
