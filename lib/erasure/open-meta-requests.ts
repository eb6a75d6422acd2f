import type { ErasureContext, Tx } from "./context";
import { createMetaRequests } from "./create-meta-requests";
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
  const ids = new Set(users.map(({ metaUserId }) => metaUserId));
  const opened = new Map<string, Opened>();
  // Again where an open one ended between the two statements: then there is room for a new one.
  while (opened.size < ids.size) {
    const missing = [...ids].filter((id) => !opened.has(id));
    const found = await ctx.db.transaction((tx) => openThose(tx, ctx, missing, channel));
    for (const [id, confirmationCode] of found) opened.set(id, { confirmationCode });
  }
  return users.flatMap(({ metaUserId }) => opened.get(metaUserId) ?? []);
}

async function openThose(
  tx: Tx,
  ctx: ErasureContext,
  metaUserIds: readonly string[],
  channel: MetaChannel,
): Promise<[metaUserId: string, confirmationCode: string][]> {
  const created = await createMetaRequests(tx, ctx, metaUserIds, channel);
  const digestOf = (id: string) => ctx.vault.digest("meta_user", id);
  const others = metaUserIds.filter((_, index) => created[index] === null);
  const found = await findOpenRequests(tx, "meta_user", others.map(digestOf));
  const open = new Map(found.map((request) => [request.subjectDigest, request]));
  return metaUserIds.flatMap((id, index) => {
    const request = created[index] ?? open.get(digestOf(id));
    return request === undefined ? [] : [[id, request.confirmationCode]];
  });
}
