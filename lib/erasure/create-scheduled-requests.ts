import type { ErasureContext, Tx } from "./context";
import { type CreatedRequest, createRequests } from "./create-requests";

type ScheduledRequest = Omit<Parameters<typeof createRequests>[2][number], "state">;

/**
 * Writes requests that nothing has to be waited for: whoever asks has verified the person, and no grace
 * period delays it. Their jobs are enqueued in the same transaction.
 *
 * @returns in their order; null where the subject has an open request.
 */
export async function createScheduledRequests(
  tx: Tx,
  ctx: ErasureContext,
  requests: readonly ScheduledRequest[],
): Promise<(CreatedRequest | null)[]> {
  const scheduled = requests.map((request) => ({ ...request, state: "scheduled" }) as const);
  const created = await createRequests(tx, ctx, scheduled);
  const jobs = created.flatMap((request) =>
    request === null ? [] : [{ queue: "advance-run", data: { requestId: request.id } } as const],
  );
  await ctx.jobs.enqueue(tx, ...jobs);
  return created;
}
