import { eq } from "drizzle-orm";
import { erasureGroups, erasureRequests, erasureRuns, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { areHeldWhole } from "./are-held-whole";
import type { ErasureContext, Tx } from "./context";
import { freezeRun } from "./freeze-subject";
import { isPaused } from "./is-paused";
import { isTakenByAnother } from "./is-taken";
import { recipientsGivenUpAt } from "./recipients-given-up-at";
import { refuse } from "./refuse-request";
import { resolveRun } from "./resolve-run";
import type { ReadyRun } from "./resolved-run";
import { RecipientChoices } from "./schemas";
import { openSealedRequest } from "./sealed-request";
import { planFor } from "./subjects";
import { transition } from "./transition";
import { tryLock } from "./try-lock";
import { waitForWriters } from "./wait-for-writers";
import { writeSteps } from "./write-steps";
import { writerGenerations } from "./writer-generations";

type Guarded = { request: Request; ready: ReadyRun; choices: RecipientChoices };

type Request = typeof erasureRequests.$inferSelect;

/**
 * Starts the purge of a scheduled request: the one guarded way in, for people and for jobs.
 *
 * Twice, each time under a lock on the request, it checks that the state allows it, that the grace
 * period is over, that purges are not paused, that no other run has the subject and that no legal
 * hold stands on the whole of it; one on a part is obeyed by the run. The first time it freezes the subject. In between, with nothing locked, it waits for
 * those who were writing at that moment. The second time, when no writer is left and none can come,
 * it counts the plan exactly and writes the run, with what other systems are to be told. What cannot start ends as on hold, in review or
 * refused, or stays scheduled for the next try. Repeatable; who comes while somebody else is freezing
 * leaves it to them.
 *
 * @returns whether there is now a run to advance.
 */
export async function startRun(ctx: ErasureContext, requestId: string): Promise<boolean> {
  const frozen = await ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, startingLocks, requestId))) return null;
    const guarded = await guard(tx, ctx, requestId);
    if (guarded === null) return null;
    const outcome = await freezeRun(tx, ctx, requestId, guarded.ready);
    if (outcome === "sole_owner") await refuseSoleOwner(tx, ctx, guarded.request);
    return outcome === "frozen" ? guarded.ready : null;
  });
  if (frozen === null || !(await haveWritersEnded(ctx, frozen))) return false;

  return await ctx.db.transaction(async (tx) => {
    const guarded = await guard(tx, ctx, requestId);
    if (guarded === null || !(await isFrozenAccount(tx, guarded.ready))) return false;
    await writeRun(tx, ctx, requestId, guarded);
    await noteGroup(tx, requestId, guarded.ready.group);
    await transition(tx, ctx, guarded.request, "purging", { subjectId: guarded.ready.subjectId });
    return true;
  });
}

/**
 * Marks requests that somebody is starting; any number that nobody else uses. To freeze thousands of
 * contacts takes longer than the sweep waits until it asks again: whoever that calls would wait, and then
 * do it all once more.
 */
const startingLocks = 4_738_204;

async function guard(tx: Tx, ctx: ErasureContext, requestId: string): Promise<Guarded | null> {
  const [request] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  if (request?.state !== "scheduled") return null;
  if (request.purgeAfter !== null && request.purgeAfter > ctx.now()) return null;
  if (await isPaused(tx)) return null;

  const content = await openSealedRequest(ctx.vault, request.id, request.sealed);
  const resolved = await resolveRun(tx, ctx, request, content);
  if (resolved.outcome === "wait") return null;
  if (resolved.outcome === "refuse") {
    await noteGroup(tx, request.id, resolved.group);
    await refuse(tx, ctx, request, resolved.reason);
    return null;
  }
  if (resolved.outcome === "review") {
    await transition(tx, ctx, request, "in_review");
    return null;
  }
  if (await isTakenByAnother(tx, request.id, resolved)) return null;
  if (await areHeldWhole(tx, resolved.subjects, ctx.now())) {
    await transition(tx, ctx, request, "on_hold", { subjectId: resolved.subjectId });
    return null;
  }
  const choices = content.choices ?? RecipientChoices.parse({});
  return { request, ready: resolved, choices };
}

/** A password is a credential of its own; without one, people have to find an owner first. */
async function refuseSoleOwner(tx: Tx, ctx: ErasureContext, request: Request): Promise<void> {
  if (request.subjectKind === "meta_user") await transition(tx, ctx, request, "in_review");
  else await refuse(tx, ctx, request, "sole_owner");
}

/** A run of an account alone asks for its writers' locks instead, in its own transaction. */
async function haveWritersEnded(
  { db }: ErasureContext,
  { workspaceId, subjects }: ReadyRun,
): Promise<boolean> {
  if (workspaceId === null) return true;
  const settled = subjects.filter(({ isSettled }) => isSettled);
  const generations = settled.map((subject) => writerGenerations(planFor(subject)));
  return await waitForWriters(db, workspaceId, Math.max(1, ...generations));
}

/**
 * The account's row `FOR UPDATE`: who still signs in or joins a workspace ends first. Another
 * request for the same person may have given the account back since.
 */
async function isFrozenAccount(tx: Tx, { subjectId, subjects }: ReadyRun): Promise<boolean> {
  if (
    !subjects.some(({ kind, isSettled }) => kind !== "workspace" && kind !== "contact" && isSettled)
  )
    return true;
  const [account] = await tx
    .select({ frozenAt: users.frozenAt })
    .from(users)
    .where(eq(users.id, subjectId))
    .for("update");
  return account?.frozenAt !== null || !subjects.some(({ kind }) => kind === "account");
}

/** What the run will not erase of a group, and why, without a name. */
async function noteGroup(tx: Tx, requestId: string, outcome: ReadyRun["group"]): Promise<void> {
  if (outcome === undefined) return;
  await tx.update(erasureGroups).set(outcome).where(eq(erasureGroups.requestId, requestId));
}

async function writeRun(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  { ready: { subjects }, choices }: Guarded,
): Promise<void> {
  const runId = newId();
  await tx.insert(erasureRuns).values({ id: runId, requestId, subjects, startedAt: ctx.now() });
  await writeSteps(tx, ctx, runId, subjects);
  const giveUpAt = recipientsGivenUpAt(ctx.now());
  for (const subject of subjects) {
    if (!subject.isSettled) continue;
    await ctx.recipients.plan(tx, { runId, requestId, giveUpAt }, subject, choices);
  }
}
