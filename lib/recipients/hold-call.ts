import { and, eq, sql } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { CallContext } from "./call-context";
import { isReady } from "./ready-calls";

/** A call row as one worker holds it: what it records is recorded only while it still does. */
export type HeldCall = typeof calls.$inferSelect;

/** Longer than one call takes with all that is made again at once. */
const leaseMilliseconds = 60_000;

/** Takes a call that is ready, for one worker at a time. @returns null when it is not, or taken. */
export async function holdCall({ db, now }: CallContext, callId: string): Promise<HeldCall | null> {
  const [held] = await db
    .update(calls)
    .set({ fence: sql`${calls.fence} + 1`, leaseUntil: leaseEnd(now()) })
    .where(and(eq(calls.id, callId), isReady(db, now())))
    .returning();
  return held ?? null;
}

export function isHeldBy({ id, fence }: Pick<HeldCall, "id" | "fence">) {
  return and(eq(calls.id, id), eq(calls.fence, fence), eq(calls.state, "pending"));
}

export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMilliseconds);
}
