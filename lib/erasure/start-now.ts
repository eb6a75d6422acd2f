import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { ActRefused } from "./act-refused";
import { areHeldWhole } from "./are-held-whole";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { isPaused } from "./is-paused";
import { onRequest } from "./on-request";
import { recordAct } from "./record-act";
import { requestSubject } from "./request-subject";

/**
 * Has a scheduled request start at once, by the same guarded way in as every other.
 *
 * Ends its grace period only where the policy profile lets people do that, and never passes a hold.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `on_hold`,
 * `wrong_state`, `paused`, `not_offered` during a grace period that may not be cut short.
 */
export async function startNow(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<void> {
  await onRequest(ctx, requestId, "start_early", async (tx, request) => {
    const subject = await requestSubject(tx, ctx, request);
    const isHeld = subject !== null && (await areHeldWhole(tx, [subject], ctx.now()));
    if (request.state === "on_hold" || (request.state === "scheduled" && isHeld)) {
      throw new ErasureError("on_hold", "A legal hold stands.");
    }
    if (request.state !== "scheduled") {
      throw new ErasureError("wrong_state", `A request that is ${request.state} does not start.`);
    }
    if (await isPaused(tx)) throw new ActRefused("paused", "All purges are paused.");
    const { purgeAfter } = request;
    if (purgeAfter !== null && purgeAfter > ctx.now()) {
      if (!ctx.rules.graceMayBeCutShort) {
        throw new ActRefused("not_offered", "The grace period may not be cut short.");
      }
      await tx
        .update(erasureRequests)
        .set({ purgeAfter: null })
        .where(eq(erasureRequests.id, requestId));
    }
    await recordAct(tx, ctx, "started_early", {
      requestId,
      detail: { purgeAfter: purgeAfter?.toISOString() ?? null },
    });
    await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
  });
}
