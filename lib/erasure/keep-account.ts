import { and, eq, notInArray } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { takeBack } from "./take-back";
import { closedStates } from "./transition";

/**
 * Takes back the erasure of a person's own account, before it has begun, because they have signed in
 * and say so. Whose account it is comes from their session.
 *
 * @throws ErasureError `not_found` when nothing is to be taken back, `wrong_state` once it has begun.
 */
export async function keepAccount(
  ctx: ErasureContext,
  { userId }: { userId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const open = await tx
      .select()
      .from(erasureRequests)
      .where(
        and(
          eq(erasureRequests.subjectId, userId),
          eq(erasureRequests.subjectKind, "account"),
          notInArray(erasureRequests.state, [...closedStates]),
        ),
      )
      .orderBy(erasureRequests.id)
      .for("update");
    if (open.length === 0) {
      throw new ErasureError("not_found", "The account is not to be deleted.");
    }
    for (const request of open) await takeBack(tx, ctx, request);
  });
}
