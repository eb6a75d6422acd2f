import { asc, eq, inArray } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { ActRefused } from "./act-refused";
import { assertMay } from "./assert-may";
import { assertNoRun } from "./assert-no-run";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { isDuplicate } from "./is-duplicate";
import { recordAct } from "./record-act";
import { closedStates, transition } from "./transition";
import { unfreezeSubject } from "./unfreeze-subject";

/**
 * Closes a request in favour of another about the same subject, so that it is answered once.
 *
 * The earlier of the two deadlines counts from then on. The duplicate's address is destroyed; its
 * status page says that it was joined with another, not with which.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `not_a_duplicate`,
 * `wrong_state` when one of them has ended or the duplicate's purge has begun.
 */
export async function mergeRequests(
  ctx: ErasureContext,
  { duplicateId, intoId }: { duplicateId: string; intoId: string },
): Promise<void> {
  assertMay(ctx, "merge_requests");
  await ctx.db.transaction(async (tx) => {
    const both = await tx
      .select()
      .from(erasureRequests)
      .where(inArray(erasureRequests.id, [duplicateId, intoId]))
      .orderBy(asc(erasureRequests.id))
      .for("update");
    const duplicate = both.find(({ id }) => id === duplicateId);
    const into = both.find(({ id }) => id === intoId);
    if (duplicate === undefined || into === undefined) {
      throw new ErasureError("not_found", "There is no such request.");
    }
    if (!isDuplicate(duplicate, into)) {
      throw new ActRefused("not_a_duplicate", "The requests are about different subjects.");
    }
    if (closedStates.includes(into.state) || duplicate.state === "verified") {
      throw new ErasureError("wrong_state", `A request cannot be merged into a ${into.state} one.`);
    }
    await assertNoRun(tx, duplicateId);
    await unfreezeSubject(tx, ctx, duplicate);
    const ended = { sealed: null, addressDigest: null, mergedIntoId: intoId };
    await transition(tx, ctx, duplicate, "cancelled", ended);
    await recordAct(tx, ctx, "merged", { requestId: duplicateId, detail: { intoId } });
    await recordAct(tx, ctx, "merged", { requestId: intoId, detail: { duplicateId } });
    if (duplicate.dueAt >= into.dueAt) return;
    await tx
      .update(erasureRequests)
      .set({ dueAt: duplicate.dueAt })
      .where(eq(erasureRequests.id, intoId));
    await recordAct(tx, ctx, "deadline_moved", {
      requestId: intoId,
      detail: {
        reason: "merged",
        from: into.dueAt.toISOString(),
        to: duplicate.dueAt.toISOString(),
      },
    });
  });
}
