import { erasureTransitions } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import type { RequestState } from "./status";

type Transition = { requestId: string; from: RequestState | null; to: RequestState };

/** Writes lines of requests' timelines: when, and by what kind of actor, never which one. */
export async function recordTransitions(
  tx: Tx,
  ctx: ErasureContext,
  transitions: readonly Transition[],
): Promise<void> {
  if (transitions.length === 0) return;
  await tx.insert(erasureTransitions).values(
    transitions.map(({ requestId, from, to }) => ({
      requestId,
      fromState: from,
      toState: to,
      actorKind: ctx.actor.type,
      occurredAt: ctx.now(),
    })),
  );
}
