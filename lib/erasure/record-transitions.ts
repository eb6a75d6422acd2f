import { erasureTransitions } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import type { RequestState } from "./status";

type Transition = { from: RequestState | null; to: RequestState };

/** Writes lines of a request's timeline: when, and by what kind of actor, never which one. */
export async function recordTransitions(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  transitions: readonly Transition[],
): Promise<void> {
  await tx.insert(erasureTransitions).values(
    transitions.map(({ from, to }) => ({
      requestId,
      fromState: from,
      toState: to,
      actorKind: ctx.actor.type,
      occurredAt: ctx.now(),
    })),
  );
}
