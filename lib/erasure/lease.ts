import { and, eq, gte, isNull, lt, lte, ne, notExists, or, sql } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import { isAdmitted } from "./admission";
import type { Db, ErasureContext, Tx } from "./context";
import { pausedControls } from "./is-paused";

/** How long a worker may be silent before another takes its run over. */
const leaseMilliseconds = 15_000;

/** A run that this worker holds, by the fence it took it with. */
export type HeldRun = { id: string; requestId: string; fence: number };

/**
 * Claims a request's run, atomically, unless it is done, another worker's lease still holds, or it is
 * not its turn: purges are paused, or those with an earlier deadline need every slot.
 */
export async function takeRun(
  ctx: ErasureContext,
  requestId: string,
): Promise<typeof erasureRuns.$inferSelect | null> {
  return await ctx.db.transaction(async (tx) => {
    if (!(await isAdmitted(tx, ctx.now(), requestId))) return null;
    const now = ctx.now();
    const [run] = await tx
      .update(erasureRuns)
      .set({
        fence: sql`${erasureRuns.fence} + 1`,
        leaseUntil: after(now, leaseMilliseconds),
        retryAfter: null,
      })
      .where(
        and(
          eq(erasureRuns.requestId, requestId),
          ne(erasureRuns.state, "done"),
          or(isNull(erasureRuns.leaseUntil), lt(erasureRuns.leaseUntil, now)),
          or(isNull(erasureRuns.retryAfter), lte(erasureRuns.retryAfter, now)),
        ),
      )
      .returning();
    return run ?? null;
  });
}

/**
 * Says that this worker lives. What it may go on with has to be asked in the same transaction.
 *
 * @returns false when it has to stop: another worker has the run, its lease had ended and somebody
 * else may have the slot, or operators have paused all purges.
 */
export async function extendLease(
  db: Db | Tx,
  ctx: ErasureContext,
  run: HeldRun,
  milliseconds: number = leaseMilliseconds,
): Promise<boolean> {
  const now = ctx.now();
  const held = await db
    .update(erasureRuns)
    .set({ leaseUntil: after(now, milliseconds) })
    .where(and(isHeldBy(run), gte(erasureRuns.leaseUntil, now), notExists(pausedControls(db))))
    .returning({ id: erasureRuns.id });
  return held.length > 0;
}

/** Gives the run, and its slot, to whoever comes next. */
export async function releaseRun(ctx: ErasureContext, run: HeldRun): Promise<void> {
  await ctx.db.update(erasureRuns).set({ leaseUntil: null }).where(isHeldBy(run));
}

/** Gives the slot away, and lets nobody have the run for so long: its last slice threw. */
export async function backOff(
  ctx: ErasureContext,
  run: HeldRun,
  milliseconds: number,
): Promise<void> {
  await ctx.db
    .update(erasureRuns)
    .set({ leaseUntil: null, retryAfter: after(ctx.now(), milliseconds) })
    .where(isHeldBy(run));
}

function isHeldBy(run: HeldRun) {
  return and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence));
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
