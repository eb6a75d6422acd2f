import { and, eq, isNotNull, sql } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";
import { recipientsGivenUpAt } from "./recipients-given-up-at";
import { recordAct } from "./record-act";

/**
 * Tells those other systems again that could not be told, because a person has seen to what was in
 * the way. For staff alone. A receipt that was issued stays as it is; the status says how it ends.
 *
 * @returns how many acts are tried again: those of which what they need is still kept.
 * @throws ErasureError `not_authorised`.
 */
export async function retryRecipients(ctx: ErasureContext, requestId: string): Promise<number> {
  assertMay(ctx, "tell_recipients_again");
  return await ctx.db.transaction(async (tx) => {
    const reopened = await tx
      .update(calls)
      .set({
        state: "pending",
        failed: 0,
        position: 0,
        attempts: 0,
        nextAttemptAt: ctx.now(),
        // A receipt may have said until when what this takes is kept: that stays true.
        giveUpAt: sql`least(${recipientsGivenUpAt(ctx.now()).toISOString()}::timestamptz, ${calls.keptUntil})`,
        settledAt: null,
      })
      .where(
        and(eq(calls.requestId, requestId), eq(calls.state, "failed"), isNotNull(calls.sealed)),
      )
      .returning({ id: calls.id });
    if (reopened.length > 0) await recordAct(tx, ctx, "told_again", { requestId });
    for (const { id } of reopened) {
      await ctx.jobs.enqueue(tx, { queue: "call-recipient", data: { callId: id } });
    }
    return reopened.length;
  });
}
