import { inArray } from "drizzle-orm";
import { metaIdentities } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext, Tx } from "./context";
import { createMetaRequests } from "./create-meta-requests";

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
  assertMay(ctx, "open_listed_requests");
  if (metaUserIds.length === 0) return [];
  return await ctx.db.transaction(async (tx) => {
    const known = await knownAmong(tx, metaUserIds);
    const opened = await openThose(tx, ctx, known);
    return metaUserIds.map((id) => {
      if (!known.has(id)) return "unknown";
      // A second time in one list is a repeat.
      return opened.delete(id) ? "opened" : "already_open";
    });
  });
}

async function knownAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ metaUserId: metaIdentities.metaUserId })
    .from(metaIdentities)
    .where(inArray(metaIdentities.metaUserId, [...ids]));
  return new Set(rows.map(({ metaUserId }) => metaUserId));
}

async function openThose(
  tx: Tx,
  ctx: ErasureContext,
  metaUserIds: ReadonlySet<string>,
): Promise<Set<string>> {
  const ids = [...metaUserIds];
  const created = await createMetaRequests(tx, ctx, ids, "operator");
  return new Set(ids.filter((_, index) => created[index]));
}
