import type { ErasureContext, Tx } from "./context";
import { createScheduledRequests } from "./create-scheduled-requests";
import { findOpenRequests } from "./find-open-request";

type MetaUser = { metaUserId: string };
type MetaChannel = "meta_callback" | "meta_deauthorize";
type Opened = { confirmationCode: string };

/** {@link openMetaRequests}, for one. */
export async function openMetaRequest(
  ctx: ErasureContext,
  user: MetaUser,
  channel?: MetaChannel,
): Promise<Opened> {
  const [opened] = await openMetaRequests(ctx, [user], channel);
  if (opened === undefined) throw new Error("A request was asked for, and none was opened.");
  return opened;
}

/**
 * Opens the deletions of what came from people's Meta logins, as Meta's callback asks: in one transaction,
 * whose cost they share.
 *
 * Looks up nothing: a user we do not know gets a request like any other, which the run then ends.
 * A callback repeated while the request is open gets the same code. Meta has verified the person,
 * and no grace period delays it.
 *
 * @returns in their order.
 */
export async function openMetaRequests(
  ctx: ErasureContext,
  users: readonly MetaUser[],
  channel: MetaChannel = "meta_callback",
): Promise<Opened[]> {
  const digests = users.map(({ metaUserId }) => ctx.vault.digest("meta_user", metaUserId));
  const asked = new Map(users.map((user, index) => [digests[index] ?? "", user]));
  const codes = new Map<string, string>();
  // Again where an open one ended between the two statements: then there is room for a new one.
  while (codes.size < asked.size) {
    const missing = [...asked].filter(([digest]) => !codes.has(digest));
    const opened = await ctx.db.transaction((tx) => openThose(tx, ctx, missing, channel));
    for (const { subjectDigest, confirmationCode } of opened) {
      codes.set(subjectDigest, confirmationCode);
    }
  }
  return digests.flatMap((digest) => {
    const confirmationCode = codes.get(digest);
    return confirmationCode === undefined ? [] : { confirmationCode };
  });
}

async function openThose(
  tx: Tx,
  ctx: ErasureContext,
  users: readonly (readonly [digest: string, user: MetaUser])[],
  channel: MetaChannel,
): Promise<{ subjectDigest: string; confirmationCode: string }[]> {
  const created = await createScheduledRequests(
    tx,
    ctx,
    users.map(([subjectDigest, { metaUserId }]) => ({
      channel,
      requesterKind: "meta",
      subjectKind: "meta_user",
      subjectDigest,
      content: { metaUserId },
    })),
  );
  const isOpen = users.flatMap(([digest], index) => (created[index] ? [] : [digest]));
  const ours = created.filter((request) => request !== null);
  return [...ours, ...(await findOpenRequests(tx, "meta_user", isOpen))];
}
