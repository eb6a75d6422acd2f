import { eq } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { accountScope } from "./account-scope";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { openSealedRequest } from "./sealed-request";
import { type HoldScope, RunSubjects } from "./subjects";
import { transition } from "./transition";

/**
 * Goes on with every request on hold on which no hold stands any more: released or expired.
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
      const scope = run
        ? RunSubjects.parse(run.subjects).flatMap(({ heldBy }) => heldBy)
        : await scopeOf(tx, ctx, request);
      if (await hasActiveHold(tx, scope, ctx.now())) continue;
      await transition(tx, ctx, request, run === null ? "scheduled" : "purging");
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: request.id } });
      resumed += 1;
    }
    return resumed;
  });
}

async function scopeOf(
  tx: Tx,
  ctx: ErasureContext,
  { id, subjectKind, subjectId, sealed }: typeof erasureRequests.$inferSelect,
): Promise<HoldScope[]> {
  if (subjectId === null) return [];
  if (subjectKind === "contact") {
    const { workspaceId } = await openSealedRequest(ctx.vault, id, sealed);
    return workspaceId === undefined ? [] : [{ kind: "workspace", id: workspaceId }];
  }
  return subjectKind === "workspace"
    ? [{ kind: "workspace", id: subjectId }]
    : await accountScope(tx, subjectId);
}
