import type { ErasureContext, Tx } from "./context";
import { type CreatedRequest, createRequest } from "./create-request";

type ScheduledRequest = Omit<Parameters<typeof createRequest>[2], "state">;

/**
 * Writes a request that nothing has to be waited for: whoever asks has verified the person, and no grace
 * period delays it. Its job is enqueued in the same transaction.
 *
 * @returns null when the subject has an open request.
 */
export async function createScheduledRequest(
  tx: Tx,
  ctx: ErasureContext,
  request: ScheduledRequest,
): Promise<CreatedRequest | null> {
  const created = await createRequest(tx, ctx, { ...request, state: "scheduled" });
  if (created === null) return null;
  await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId: created.id } });
  return created;
}
