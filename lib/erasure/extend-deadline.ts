import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { ActRefused } from "./act-refused";
import { daysAfter, monthsAfter } from "./calendar";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { oweMail } from "./owe-mail";
import { recordAct } from "./record-act";
import { openSealedRequest } from "./sealed-request";
import type { ExtensionReason } from "./status";
import { closedStates } from "./transition";

/**
 * Extends a request's deadline, once, for a typed reason (GDPR 12(3)).
 *
 * The reason and the new day are mailed where there is an address, and stand on the status page in
 * any case: who asked has to learn of it inside the first month, and before the deadline that moves.
 *
 * @param extension.days no more than the policy profile promises at most.
 * @returns the new deadline.
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state` before
 * it is verified or once it has ended, `not_offered`, `already_extended`, `too_late`.
 */
export async function extendDeadline(
  ctx: ErasureContext,
  { requestId, ...extension }: { requestId: string; reason: ExtensionReason; days: number },
): Promise<Date> {
  let dueAt = ctx.now();
  await onRequest(ctx, requestId, "extend_deadline", async (tx, request) => {
    if (request.state === "unverified" || closedStates.includes(request.state)) {
      throw new ErasureError("wrong_state", `A request is not extended while ${request.state}.`);
    }
    const { days, reason } = extension;
    if (!Number.isInteger(days) || days < 1 || days > ctx.rules.extensionDays) {
      throw new ActRefused("not_offered", `At most ${ctx.rules.extensionDays} more days.`);
    }
    if (request.extendedAt !== null) {
      throw new ActRefused("already_extended", "A deadline is extended once.");
    }
    if (ctx.now() >= lastMoment(ctx, request)) {
      throw new ActRefused("too_late", "It had to be told before.");
    }
    dueAt = daysAfter(request.dueAt, days);
    await tx
      .update(erasureRequests)
      .set({
        dueAt,
        firstDueAt: request.dueAt,
        extendedAt: ctx.now(),
        extensionReason: reason,
      })
      .where(eq(erasureRequests.id, requestId));
    await recordAct(tx, ctx, "deadline_extended", {
      requestId,
      detail: { reason, from: request.dueAt.toISOString(), to: dueAt.toISOString() },
    });
    const { email } = await openSealedRequest(ctx.vault, requestId, request.sealed);
    if (email !== undefined) await oweMail(tx, ctx, requestId, "extended");
  });
  return dueAt;
}

function lastMoment(
  { rules }: ErasureContext,
  { receivedAt, dueAt }: typeof erasureRequests.$inferSelect,
): Date {
  const months = rules.extensionToldWithinMonths;
  if (months === null) return dueAt;
  const byLaw = monthsAfter(receivedAt, months);
  return byLaw < dueAt ? byLaw : dueAt;
}
