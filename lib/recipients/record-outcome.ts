import { sql } from "drizzle-orm";
import { z } from "zod";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { CallContext } from "./call-context";
import { type HeldCall, isHeldBy, leaseEnd } from "./hold-call";
import type { Outcome } from "./outcome";
import { pauseBefore } from "./pause-before";

/** Where the targets stand that failed; none where the column is empty. */
export const Positions = z.array(z.int()).nullable();

/**
 * Writes down what became of the target at the row's position, and what follows: the next target, a
 * pause, or that it was tried for long enough.
 *
 * @returns the row as it is by now; null when it is another worker's.
 */
export async function recordOutcome(
  ctx: CallContext,
  held: HeldCall,
  outcome: Outcome,
): Promise<HeldCall | null> {
  const [recorded] = await ctx.db
    .update(calls)
    .set({ lastCallAt: ctx.now(), ...changes(ctx, held, outcome) })
    .where(isHeldBy(held))
    .returning();
  return recorded ?? null;
}

type Changes = Parameters<ReturnType<CallContext["db"]["update"]>["set"]>[0];

function changes({ now }: CallContext, held: HeldCall, outcome: Outcome): Changes {
  const passed = { position: held.position + 1, attempts: 0, leaseUntil: leaseEnd(now()) };
  switch (outcome.kind) {
    case "done":
      return { ...passed, done: sql`${calls.done} + 1` };
    case "already_gone":
      return { ...passed, alreadyGone: sql`${calls.alreadyGone} + 1` };
    case "failed":
      return { ...passed, ...failure(held, outcome.code) };
    case "retry": {
      const { code, afterSeconds } = outcome;
      if (now() >= held.giveUpAt) return { ...passed, ...failure(held, code) };
      const pause = pauseBefore(held.attempts, afterSeconds);
      // A last attempt is made when it is time to give up, whatever was asked for.
      const next = Math.min(now().getTime() + pause, held.giveUpAt.getTime());
      return {
        // Another target's reason stays: that one has failed for good, this one may yet succeed.
        ...(positionsOf(held).length > 0 ? {} : { code }),
        attempts: held.attempts + 1,
        nextAttemptAt: new Date(next),
        leaseUntil: null,
      };
    }
  }
}

function failure(held: HeldCall, code: string) {
  return {
    code,
    failed: sql`${calls.failed} + 1`,
    failedPositions: [...positionsOf(held), held.position],
  };
}

function positionsOf({ failedPositions }: HeldCall): number[] {
  return Positions.parse(failedPositions) ?? [];
}
