import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { contacts, erasureRequests, erasureRuns, legalHolds, users, workspaces } from "@/db/schema";
import { activeHold } from "./active-hold";
import { assertOperator } from "./assert-operator";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { holdScope } from "./hold-scope";
import { isUnfinished } from "./is-unfinished";
import { recordAct } from "./record-act";
import { RunSubjects } from "./subjects";
import { transition } from "./transition";
import { holdsWhole } from "./wholly-held";

/** What a hold is on: a workspace, an account or a contact; all of its data or one category of it. */
export type HoldTarget =
  | { subjectKind: "workspace" | "account"; subjectId: string; category?: string | null }
  | { subjectKind: "contact"; workspaceId: string; subjectId: string; category?: string | null };

/** On what basis (GDPR 17(3)(b), (e)), by which reference, and until when at the latest. */
export type NewHold = HoldTarget & { basis: string; reference: string; expiresAt: Date | null };

/**
 * Forbids, for now, the purge of what it is on, and of nothing else.
 *
 * It covers the rows that the erasure map gives to its subject, in its category if it has one, and
 * what those rows refer to. A purge under way stops between two batches: entirely, when nothing else
 * is left of it; otherwise it goes on with the rest. What is gone by then stays gone, and the request
 * says so by its counts. When this returns, no batch is under way that does not know the hold; a run
 * looks for holds before every batch, so that one placed while it starts is not missed.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function placeHold(ctx: ErasureContext, hold: NewHold): Promise<{ holdId: string }> {
  const { userId } = assertOperator(ctx, "place a legal hold");
  return await ctx.db.transaction(async (tx) => {
    await assertExists(tx, hold);
    const [placed] = await tx
      .insert(legalHolds)
      .values({
        subjectKind: hold.subjectKind,
        subjectId: hold.subjectId,
        contactWorkspaceId: hold.subjectKind === "contact" ? hold.workspaceId : null,
        category: hold.category ?? null,
        basis: hold.basis,
        reference: hold.reference,
        placedByUserId: userId,
        placedAt: ctx.now(),
        expiresAt: hold.expiresAt,
      })
      .returning();
    if (placed === undefined) throw new Error("The hold was not written.");
    const { id: holdId, subjectKind, category } = placed;
    await recordAct(tx, ctx, "hold_placed", { detail: { holdId, subjectKind, category } });
    await stopRequests(tx, ctx, placed);
    return { holdId };
  });
}

async function assertExists(tx: Tx, hold: HoldTarget): Promise<void> {
  const found = await findTarget(tx, hold);
  if (found.length === 0) throw new ErasureError("not_found", "There is nothing to hold.");
}

async function findTarget(tx: Tx, hold: HoldTarget): Promise<{ id: string }[]> {
  switch (hold.subjectKind) {
    case "workspace": {
      const isIt = eq(workspaces.id, hold.subjectId);
      return await tx.select({ id: workspaces.id }).from(workspaces).where(isIt);
    }
    case "account": {
      const isIt = eq(users.id, hold.subjectId);
      return await tx.select({ id: users.id }).from(users).where(isIt);
    }
    case "contact": {
      const isIt = and(eq(contacts.workspaceId, hold.workspaceId), eq(contacts.id, hold.subjectId));
      return await tx.select({ id: contacts.id }).from(contacts).where(isIt);
    }
  }
}

/** Waits for every batch under way that the hold concerns, and puts on hold what it covers whole. */
async function stopRequests(
  tx: Tx,
  ctx: ErasureContext,
  hold: typeof legalHolds.$inferSelect,
): Promise<void> {
  const concerned = [...(await scheduledFor(tx, hold)), ...(await underWay(tx, ctx, hold))];
  if (concerned.length === 0) return;
  // In a batch's own order: the run first, then its request.
  await tx
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(inArray(erasureRuns.requestId, concerned))
    .orderBy(asc(erasureRuns.id))
    .for("no key update");
  const open = await tx
    .select({ request: erasureRequests, run: erasureRuns })
    .from(erasureRequests)
    .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        inArray(erasureRequests.id, concerned),
        inArray(erasureRequests.state, ["scheduled", "purging"]),
      ),
    )
    .orderBy(asc(erasureRequests.id))
    .for("update", { of: erasureRequests });
  for (const { request, run } of open) {
    if (!(await isWholeStopped(tx, hold, request, run))) {
      if (run !== null) await startOver(tx, ctx, run);
      continue;
    }
    await transition(tx, ctx, request, "on_hold");
    if (run === null) continue;
    await tx
      .update(erasureRuns)
      .set({ stoppedBy: [hold.id] })
      .where(eq(erasureRuns.id, run.id));
  }
}

/**
 * Takes a run from its worker, which takes it up again and looks what it may do now. A batch that
 * waited for this transaction looks at holds as they were before; by the fence it sees that it is late.
 */
async function startOver(
  tx: Tx,
  ctx: ErasureContext,
  { id, requestId }: typeof erasureRuns.$inferSelect,
): Promise<void> {
  await tx
    .update(erasureRuns)
    .set({ fence: sql`${erasureRuns.fence} + 1`, leaseUntil: null })
    .where(eq(erasureRuns.id, id));
  await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
}

async function scheduledFor(tx: Tx, { subjectId }: { subjectId: string }): Promise<string[]> {
  const requests = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectId, subjectId),
        inArray(erasureRequests.state, ["scheduled", "purging"]),
      ),
    );
  return requests.map(({ id }) => id);
}

async function underWay(tx: Tx, ctx: ErasureContext, { id }: { id: string }): Promise<string[]> {
  const runs = await tx
    .select({ requestId: erasureRuns.requestId, subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.state, "purging"));
  const concerned = [];
  for (const { requestId, subjects } of runs) {
    const holds = await activeHold(tx, holdScope(RunSubjects.parse(subjects ?? [])), ctx.now());
    if (holds.some((hold) => hold.id === id)) concerned.push(requestId);
  }
  return concerned;
}

async function isWholeStopped(
  tx: Tx,
  hold: typeof legalHolds.$inferSelect,
  request: typeof erasureRequests.$inferSelect,
  run: typeof erasureRuns.$inferSelect | null,
): Promise<boolean> {
  if (run === null) return hold.category === null && request.subjectId === hold.subjectId;
  for (const [index, subject] of RunSubjects.parse(run.subjects ?? []).entries()) {
    if (holdsWhole(hold, subject) && (await isUnfinished(tx, run.id, index))) return true;
  }
  return false;
}
