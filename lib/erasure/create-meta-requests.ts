import type { ErasureContext, Tx } from "./context";
import { type CreatedRequest, createRequests } from "./create-requests";

type MetaChannel = "meta_callback" | "meta_deauthorize" | "operator";

/**
 * Writes requests for what came from people's Meta logins, that nothing has to be waited for: Meta has
 * verified the person, and no grace period delays it. Their jobs are enqueued in the same transaction.
 *
 * @returns in their order; null where the user has an open request.
 */
export async function createMetaRequests(
  tx: Tx,
  ctx: ErasureContext,
  metaUserIds: readonly string[],
  channel: MetaChannel,
): Promise<(CreatedRequest | null)[]> {
  const requests = metaUserIds.map((metaUserId) => ({
    channel,
    state: "scheduled" as const,
    requesterKind: "meta" as const,
    subjectKind: "meta_user" as const,
    subjectDigest: ctx.vault.digest("meta_user", metaUserId),
    content: { metaUserId },
  }));
  const created = await createRequests(tx, ctx, requests);
  const jobs = created.flatMap((request) =>
    request === null ? [] : [{ queue: "advance-run", data: { requestId: request.id } } as const],
  );
  await ctx.jobs.enqueue(tx, ...jobs);
  return created;
}
