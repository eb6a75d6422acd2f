import { and, count, desc, eq, max, notInArray } from "drizzle-orm";
import { erasureGroups, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { closedStates } from "./transition";

/** The choices of contacts whose erasure is under way in a workspace, the latest first. */
export async function listContactsErasures(
  ctx: ErasureContext,
  workspaceId: string,
): Promise<{ selectionId: string }[]> {
  return await ctx.db
    .select({ selectionId: erasureGroups.selectionId, parts: count() })
    .from(erasureGroups)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureGroups.requestId))
    .where(
      and(
        eq(erasureGroups.workspaceDigest, ctx.vault.digest("workspace", workspaceId)),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    )
    .groupBy(erasureGroups.selectionId)
    .orderBy(desc(max(erasureGroups.chosenAt)))
    .limit(5);
}
