import { and, eq, inArray, ne } from "drizzle-orm";
import { erasureRequests, erasureRuns, users, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { refuse } from "./refuse-request";
import { freezeRun, type ResolvedRun, resolveRun } from "./resolve-run";
import { openSealedRequest } from "./sealed-request";
import { transition } from "./transition";
import { writeSteps } from "./write-steps";

type Request = typeof erasureRequests.$inferSelect;
type Ready = Extract<ResolvedRun, { outcome: "ready" }>;

/**
 * Starts the purge of a scheduled request: the one guarded way in, for people and for jobs.
 *
 * Twice, each time under a lock on the request, it checks that the state allows it, that the grace
 * period is over, that no other run has the subject and that no legal hold stands. The first time
 * it freezes the subject; the second time, when no new writer can come, it waits for the last ones,
 * counts the plan exactly and writes the run. What cannot start ends as on hold, in review or
 * refused. Repeatable.
 *
 * @returns whether there is now a run to advance.
 */
export async function startRun(ctx: ErasureContext, requestId: string): Promise<boolean> {
  const isFrozen = await ctx.db.transaction(async (tx) => {
    const guarded = await guard(tx, ctx, requestId);
    if (guarded === null) return false;
    if ((await freezeRun(tx, ctx, guarded.ready)) === "frozen") return true;
    await refuseSoleOwner(tx, ctx, guarded.request);
    return false;
  });
  if (!isFrozen) return false;

  return await ctx.db.transaction(async (tx) => {
    const guarded = await guard(tx, ctx, requestId);
    if (guarded === null) return false;
    await waitForWriters(tx, guarded.ready);
    await writeRun(tx, ctx, requestId, guarded.ready);
    await transition(tx, ctx, guarded.request, "purging", { subjectId: guarded.ready.subjectId });
    return true;
  });
}

async function guard(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<{ request: Request; ready: Ready } | null> {
  const [request] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  if (request?.state !== "scheduled") return null;
  if (request.purgeAfter !== null && request.purgeAfter > ctx.now()) return null;

  const content = await openSealedRequest(ctx.vault, request.id, request.sealed);
  const resolved = await resolveRun(tx, ctx, request, content);
  if (resolved.outcome === "refuse") {
    await refuse(tx, ctx, request, resolved.reason);
    return null;
  }
  if (resolved.outcome === "review") {
    await transition(tx, ctx, request, "in_review");
    return null;
  }
  if (await isTakenByAnother(tx, request, resolved.subjectId)) return null;
  const scope = resolved.subjects.flatMap(({ heldBy }) => heldBy);
  if (await hasActiveHold(tx, scope, ctx.now())) {
    await transition(tx, ctx, request, "on_hold", { subjectId: resolved.subjectId });
    return null;
  }
  return { request, ready: resolved };
}

/** One run at a time has a subject; a second request waits, and then finds what is left. */
async function isTakenByAnother(tx: Tx, request: Request, subjectId: string): Promise<boolean> {
  const others = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .innerJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        eq(erasureRequests.subjectId, subjectId),
        ne(erasureRequests.id, request.id),
        inArray(erasureRuns.state, ["purging", "verifying", "failed"]),
      ),
    )
    .limit(1);
  return others.length > 0;
}

/** A password is a credential of its own; without one, people have to find an owner first. */
async function refuseSoleOwner(tx: Tx, ctx: ErasureContext, request: Request): Promise<void> {
  if (request.subjectKind === "meta_user") await transition(tx, ctx, request, "in_review");
  else await refuse(tx, ctx, request, "sole_owner");
}

/** The subject's row `FOR UPDATE`: writers who still hold it through a foreign key end first. */
async function waitForWriters(tx: Tx, { subjectId, subjects }: Ready): Promise<void> {
  const isWorkspace = subjects.some(({ kind }) => kind === "workspace");
  if (isWorkspace) {
    await tx.select().from(workspaces).where(eq(workspaces.id, subjectId)).for("update");
  } else {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, subjectId)).for("update");
  }
}

async function writeRun(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  { subjects }: Ready,
): Promise<void> {
  const runId = newId();
  await tx.insert(erasureRuns).values({ id: runId, requestId, subjects, startedAt: ctx.now() });
  await writeSteps(tx, ctx, runId, subjects);
}
