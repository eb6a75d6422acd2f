import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns, purgeControls } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";

/** Serialises admissions, so that two workers do not both take the last slot. */
const admissionLock = 4_738_201;

/**
 * Whether it is this run's turn: purges are not paused, and a slot is left after those that run and
 * those that wait with an earlier deadline.
 *
 * Deadlines are dates, so every run is the earliest one day: none waits for ever. Admissions are
 * one at a time until the caller's transaction ends.
 */
export async function isAdmitted(tx: Tx, now: Date, requestId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${admissionLock})`);
  const slots = await freeSlots(tx, now);
  if (slots === 0) return false;
  const first = await waitingRuns(tx, now, slots);
  return first.includes(requestId);
}

/** The requests whose runs may be taken now, oldest deadline first; none while purges are paused. */
export async function runsToTake(db: Db | Tx, now: Date): Promise<string[]> {
  const slots = await freeSlots(db, now);
  return slots === 0 ? [] : await waitingRuns(db, now, slots);
}

/**
 * Whether a run for this request would have its turn soon: fewer runs than slots are due before it.
 *
 * Starting freezes the subject, so a request that would only wait is not started yet.
 */
export async function mayStart(ctx: ErasureContext, requestId: string): Promise<boolean> {
  const maxRuns = await admittedRuns(ctx.db);
  if (maxRuns === 0) return false;
  const mine = ctx.db
    .select({ dueAt: erasureRequests.dueAt, id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  const before = await ctx.db
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureRuns.requestId))
    .where(
      and(
        isOpen,
        or(gte(erasureRuns.leaseUntil, ctx.now()), isReady(ctx.now())),
        sql`(${erasureRequests.dueAt}, ${erasureRequests.id}) < ${mine}`,
      ),
    )
    .limit(maxRuns);
  return before.length < maxRuns;
}

const isOpen = and(
  inArray(erasureRuns.state, ["purging", "verifying"]),
  inArray(erasureRequests.state, ["purging", "verifying"]),
);

/** Nobody holds it, and its last slice did not throw just now. */
function isReady(now: Date) {
  return and(
    or(isNull(erasureRuns.leaseUntil), lt(erasureRuns.leaseUntil, now)),
    or(isNull(erasureRuns.retryAfter), lte(erasureRuns.retryAfter, now)),
  );
}

async function waitingRuns(db: Db | Tx, now: Date, limit: number): Promise<string[]> {
  const runs = await db
    .select({ requestId: erasureRuns.requestId })
    .from(erasureRuns)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureRuns.requestId))
    .where(and(isOpen, isReady(now)))
    .orderBy(asc(erasureRequests.dueAt), asc(erasureRequests.id))
    .limit(limit);
  return runs.map(({ requestId }) => requestId);
}

async function freeSlots(db: Db | Tx, now: Date): Promise<number> {
  const maxRuns = await admittedRuns(db);
  if (maxRuns === 0) return 0;
  const live = await db
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(gte(erasureRuns.leaseUntil, now))
    .limit(maxRuns);
  return maxRuns - live.length;
}

/** How many runs may be under way at once. */
async function admittedRuns(db: Db | Tx): Promise<number> {
  const [controls] = await db.select().from(purgeControls);
  if (controls === undefined) throw new Error("purge_controls has no row: run the migrations.");
  return controls.pausedAt === null ? controls.maxRuns : 0;
}
