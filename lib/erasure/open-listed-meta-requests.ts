import { and, eq, inArray, notInArray } from "drizzle-orm";
import { erasureRequests, metaIdentities } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { createScheduledRequest } from "./create-scheduled-request";
import { ErasureError } from "./errors";
import { closedStates } from "./transition";

export type ListedOutcome = "opened" | "already_open" | "unknown";

/**
 * Opens the deletions that Meta asks for in a list, where its callbacks failed.
 *
 * Repeatable: who has an open request keeps it, and whom we do not know, or not any more, may be
 * passed over (Meta says so); unlike the callback's caller, an operator is told which. One
 * transaction for the whole of it, so a caller gives a few hundred ids at a time.
 *
 * @returns one outcome for each id, in their order.
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function openListedMetaRequests(
  ctx: ErasureContext,
  metaUserIds: readonly string[],
): Promise<ListedOutcome[]> {
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may feed in Meta's list.");
  }
  if (metaUserIds.length === 0) return [];
  return await ctx.db.transaction(async (tx) => {
    const known = await knownAmong(tx, metaUserIds);
    const open = await openAmong(tx, ctx, [...known]);
    const outcomes: ListedOutcome[] = [];
    for (const metaUserId of metaUserIds) {
      const digest = ctx.vault.digest("meta_user", metaUserId);
      if (!known.has(metaUserId)) outcomes.push("unknown");
      else if (open.has(digest)) outcomes.push("already_open");
      else {
        open.add(digest);
        outcomes.push((await openOne(tx, ctx, metaUserId, digest)) ? "opened" : "already_open");
      }
    }
    return outcomes;
  });
}

async function knownAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ metaUserId: metaIdentities.metaUserId })
    .from(metaIdentities)
    .where(inArray(metaIdentities.metaUserId, [...ids]));
  return new Set(rows.map(({ metaUserId }) => metaUserId));
}

async function openAmong(tx: Tx, { vault }: ErasureContext, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const digests = ids.map((id) => vault.digest("meta_user", id));
  const rows = await tx
    .select({ digest: erasureRequests.subjectDigest })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectKind, "meta_user"),
        inArray(erasureRequests.subjectDigest, digests),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    );
  return new Set(rows.map(({ digest }) => digest));
}

async function openOne(
  tx: Tx,
  ctx: ErasureContext,
  metaUserId: string,
  subjectDigest: string,
): Promise<boolean> {
  const created = await createScheduledRequest(tx, ctx, {
    channel: "operator",
    requesterKind: "meta",
    subjectKind: "meta_user",
    subjectDigest,
    content: { metaUserId },
  });
  return created !== null;
}
