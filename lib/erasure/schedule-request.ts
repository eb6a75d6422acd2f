import { daysAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";
import { offerCancellation } from "./offer-cancellation";
import type { RequestState } from "./status";
import { transition } from "./transition";

/**
 * Schedules a request's purge: now, or when the grace period ends.
 *
 * The job is enqueued in the same transaction. What is due later is found by the recovery sweep, and
 * can be taken back until then by whoever the request's mail goes to.
 *
 * @returns when the purge may start; null when it may at once.
 */
export async function scheduleRequest(
  tx: Tx,
  ctx: ErasureContext,
  request: { id: string; state: RequestState },
  { subjectId, graceDays }: { subjectId: string | null; graceDays: number },
): Promise<Date | null> {
  const purgeAfter = graceDays === 0 ? null : daysAfter(ctx.now(), graceDays);
  await transition(tx, ctx, request, "scheduled", { subjectId, purgeAfter });
  if (purgeAfter !== null) await offerCancellation(tx, ctx, request.id);
  if (purgeAfter === null) {
    await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: request.id } });
  }
  return purgeAfter;
}
