import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";

/** How long a worker may be silent before another takes its run over. */
const leaseMilliseconds = 15_000;

/** A run that this worker holds, by the fence it took it with. */
export type HeldRun = { id: string; requestId: string; fence: number };

/** Claims a request's run, atomically, unless it is done or another worker's lease still holds. */
export async function takeRun(
  ctx: ErasureContext,
  requestId: string,
): Promise<typeof erasureRuns.$inferSelect | null> {
  const now = ctx.now();
  const [run] = await ctx.db
    .update(erasureRuns)
    .set({ fence: sql`${erasureRuns.fence} + 1`, leaseUntil: after(now, leaseMilliseconds) })
    .where(
      and(
        eq(erasureRuns.requestId, requestId),
        ne(erasureRuns.state, "done"),
        or(isNull(erasureRuns.leaseUntil), lt(erasureRuns.leaseUntil, now)),
      ),
    )
    .returning();
  return run ?? null;
}

/** @returns false when another worker has taken the run over since: this one has to stop. */
export async function extendLease(
  db: Db | Tx,
  ctx: ErasureContext,
  run: HeldRun,
  milliseconds: number = leaseMilliseconds,
): Promise<boolean> {
  const held = await db
    .update(erasureRuns)
    .set({ leaseUntil: after(ctx.now(), milliseconds) })
    .where(and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence)))
    .returning({ id: erasureRuns.id });
  return held.length > 0;
}

export async function releaseRun(ctx: ErasureContext, run: HeldRun): Promise<void> {
  await ctx.db
    .update(erasureRuns)
    .set({ leaseUntil: null })
    .where(and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence)));
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
