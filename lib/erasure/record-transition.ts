import { erasureTransitions } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import type { RequestState } from "./status";

/** Writes one line of a request's timeline: when, and by what kind of actor, never which one. */
export async function recordTransition(
  tx: Tx,
  ctx: ErasureContext,
  { requestId, from, to }: { requestId: string; from: RequestState | null; to: RequestState },
): Promise<void> {
  await tx.insert(erasureTransitions).values({
    requestId,
    fromState: from,
    toState: to,
    actorKind: ctx.actor.type,
    occurredAt: ctx.now(),
  });
}
