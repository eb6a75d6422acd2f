import { and, eq } from "drizzle-orm";
import { erasureGroups, erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { recordTransitions } from "./record-transitions";
import type { RequestState } from "./status";

/** A request's life: from each state, the states that may follow. */
export const followingStates: Readonly<Record<RequestState, readonly RequestState[]>> = {
  unverified: ["verified", "expired", "cancelled"],
  verified: ["in_review", "scheduled", "refused"],
  in_review: ["scheduled", "refused", "cancelled"],
  scheduled: ["purging", "on_hold", "in_review", "refused", "cancelled"],
  on_hold: ["scheduled", "purging", "refused", "cancelled"],
  purging: ["verifying", "on_hold", "failed"],
  verifying: ["completed", "completed_with_retentions", "failed"],
  failed: ["purging"],
  completed: [],
  completed_with_retentions: [],
  refused: [],
  cancelled: [],
  expired: [],
};

/** States in which a request has ended, whatever the outcome. */
export const closedStates: readonly RequestState[] = Object.entries(followingStates).flatMap(
  ([state, following]) => (following.length === 0 ? [state as RequestState] : []),
);

type Changes = Partial<Omit<typeof erasureRequests.$inferInsert, "id" | "state">>;

/**
 * Moves a request from the state it was read in to the next, with the time and the kind of actor.
 *
 * The only place that changes a request's state. A request that ends forgets whom it was about.
 *
 * @throws ErasureError `wrong_state` when the one does not follow the other, or when somebody else
 * moved the request since it was read.
 */
export async function transition(
  tx: Tx,
  ctx: ErasureContext,
  request: { id: string; state: RequestState },
  to: RequestState,
  changes: Changes = {},
): Promise<void> {
  if (!followingStates[request.state].includes(to)) {
    throw new ErasureError("wrong_state", `A request cannot go from ${request.state} to ${to}.`);
  }
  const closing = closedStates.includes(to)
    ? { closedAt: ctx.now(), subjectId: null, identifierDigests: null }
    : {};
  const moved = await tx
    .update(erasureRequests)
    .set({ ...changes, ...closing, state: to })
    .where(and(eq(erasureRequests.id, request.id), eq(erasureRequests.state, request.state)))
    .returning({ id: erasureRequests.id });
  if (moved.length === 0) {
    throw new ErasureError("wrong_state", `The request is no longer ${request.state}.`);
  }
  if (closedStates.includes(to)) {
    await tx
      .update(erasureGroups)
      .set({ contactIds: null })
      .where(eq(erasureGroups.requestId, request.id));
  }
  await recordTransitions(tx, ctx, [{ requestId: request.id, from: request.state, to }]);
}
