import { eq } from "drizzle-orm";
import { z } from "zod";
import { erasureRequests, erasureRuns, tombstones } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { countPlan, findResidue, type Residue, type Subject } from "./engine";
import { oweMail } from "./owe-mail";
import { retainedIn } from "./retained";
import { openSealedRequest } from "./sealed-request";
import type { RetainedCategory } from "./status";
import { planFor, RunSubjects } from "./subjects";
import { transition } from "./transition";

/**
 * Verifies a purged run and closes its request.
 *
 * Residue of any kind makes the request `failed`, with the places named and no values. Otherwise
 * tombstones are written, everything that led to the subject is cleared, and the last mail is owed,
 * in one transaction.
 */
export async function completeRun(
  ctx: ErasureContext,
  { id: runId, requestId }: { id: string; requestId: string },
): Promise<void> {
  const [run] = await ctx.db.select().from(erasureRuns).where(eq(erasureRuns.id, runId));
  if (run === undefined) return;
  const subjects = RunSubjects.parse(run.subjects);
  const identifiers = await readIdentifiers(ctx, runId, run.sealedIdentifiers);

  const residue: Residue[] = [];
  const retained: RetainedCategory[] = [];
  for (const subject of subjects) {
    const plan = planFor(subject);
    residue.push(...(await findResidue(ctx.db, plan, identifiers)));
    retained.push(...retainedIn(plan, await countPlan(ctx.db, plan), ctx));
  }
  await ctx.db.transaction(async (tx) => {
    if (residue.length > 0) await fail(tx, ctx, { runId, requestId, residue });
    else await complete(tx, ctx, { runId, requestId, subjects, retained });
  });
}

async function fail(
  tx: Tx,
  ctx: ErasureContext,
  { runId, requestId, residue }: { runId: string; requestId: string; residue: Residue[] },
): Promise<void> {
  await transition(tx, ctx, { id: requestId, state: "verifying" }, "failed");
  await tx
    .update(erasureRuns)
    .set({ state: "failed", residue, leaseUntil: null, endedAt: ctx.now() })
    .where(eq(erasureRuns.id, runId));
}

async function complete(
  tx: Tx,
  ctx: ErasureContext,
  {
    runId,
    requestId,
    subjects,
    retained,
  }: { runId: string; requestId: string; subjects: Subject[]; retained: RetainedCategory[] },
): Promise<void> {
  const [request] = await tx
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  const content = await openSealedRequest(ctx.vault, requestId, request?.sealed ?? null);

  await tx
    .insert(tombstones)
    .values(subjects.map((subject) => tombstoneOf(ctx, subject)))
    .onConflictDoNothing();
  await transition(
    tx,
    ctx,
    { id: requestId, state: "verifying" },
    retained.length > 0 ? "completed_with_retentions" : "completed",
    { retained, ...(content.email === undefined ? { sealed: null } : {}) },
  );
  await tx
    .update(erasureRuns)
    .set({
      state: "done",
      subjects: null,
      sealedIdentifiers: null,
      leaseUntil: null,
      residue: null,
      endedAt: ctx.now(),
    })
    .where(eq(erasureRuns.id, runId));
  if (content.email !== undefined) await oweMail(tx, ctx, requestId, "completed");
}

/** Names the subject to nobody who does not already hold its key. */
function tombstoneOf(ctx: ErasureContext, subject: Subject): typeof tombstones.$inferInsert {
  const key = subject.keys.workspaceId ?? subject.keys.userId ?? "";
  return subject.kind === "workspace"
    ? {
        subjectKind: "workspace",
        subjectDigest: ctx.vault.digest("workspace", key),
        erasedAt: ctx.now(),
      }
    : {
        subjectKind: subject.kind === "account" ? "account" : "meta_user",
        subjectDigest: ctx.vault.digest("account", key),
        erasedAt: ctx.now(),
      };
}

async function readIdentifiers(
  ctx: ErasureContext,
  runId: string,
  sealed: string | null,
): Promise<string[]> {
  if (sealed === null) return [];
  return z.array(z.string()).parse(JSON.parse(await ctx.vault.open(sealed, runId)));
}
