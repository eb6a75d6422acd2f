import { and, eq } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps, tombstones } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { findResidue, type Residue } from "./engine";
import { ErasureError } from "./errors";
import { extendLease, type HeldRun } from "./lease";
import { oweMail } from "./owe-mail";
import { retainedIn } from "./retained";
import { readIdentifiers } from "./run-identifiers";
import { openSealedRequest } from "./sealed-request";
import { planFor, type RunSubject, RunSubjects } from "./subjects";
import { transition } from "./transition";

/** Verification only reads, and may take its time over a large audit log. */
const verificationLeaseMilliseconds = 2 * 60_000;

/**
 * Verifies a purged run and closes its request.
 *
 * Residue of any kind makes the request `failed`, with the places named and no values. Otherwise
 * tombstones are written, everything that led to the subject is cleared, and the last mail is owed,
 * in one transaction. Only the worker that holds the run can close it.
 */
export async function completeRun(
  ctx: ErasureContext,
  run: HeldRun,
): Promise<"finished" | "failed"> {
  if (!(await extendLease(ctx.db, ctx, run, verificationLeaseMilliseconds))) return "finished";
  const [stored] = await ctx.db
    .select({ subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.id, run.id));
  const subjects = RunSubjects.parse(stored?.subjects);
  const identifiers = await readIdentifiers(ctx.db, ctx, run.id);

  const residue: Residue[] = [];
  for (const subject of subjects) {
    residue.push(...(await findResidue(ctx.db, planFor(subject), identifiers)));
  }
  await ctx.db.transaction(async (tx) => {
    if (residue.length > 0) await fail(tx, ctx, run, residue);
    else await complete(tx, ctx, run, subjects);
  });
  return residue.length > 0 ? "failed" : "finished";
}

async function fail(tx: Tx, ctx: ErasureContext, run: HeldRun, residue: Residue[]): Promise<void> {
  await close(tx, run, { state: "failed", residue, leaseUntil: null, endedAt: ctx.now() });
  await transition(tx, ctx, { id: run.requestId, state: "verifying" }, "failed");
}

async function complete(
  tx: Tx,
  ctx: ErasureContext,
  run: HeldRun,
  subjects: RunSubject[],
): Promise<void> {
  await close(tx, run, {
    state: "done",
    subjects: null,
    sealedIdentifiers: null,
    leaseUntil: null,
    residue: null,
    endedAt: ctx.now(),
  });
  const [request] = await tx
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, run.requestId));
  const { email } = await openSealedRequest(ctx.vault, run.requestId, request?.sealed ?? null);
  const gone = subjects.flatMap((subject) => tombstonesOf(ctx, subject));
  if (gone.length > 0) await tx.insert(tombstones).values(gone).onConflictDoNothing();

  const steps = await tx.select().from(erasureSteps).where(eq(erasureSteps.runId, run.id));
  const retained = retainedIn(
    subjects.flatMap((subject, index) =>
      planFor(subject).steps.map((step) => ({
        step,
        rows:
          steps.find(
            (one) =>
              one.subjectIndex === index &&
              one.tableName === step.name &&
              one.action === step.action,
          )?.plannedRows ?? 0,
      })),
    ),
    ctx,
  );
  await transition(
    tx,
    ctx,
    { id: run.requestId, state: "verifying" },
    retained.length > 0 ? "completed_with_retentions" : "completed",
    { retained, addressDigest: null, ...(email === undefined ? { sealed: null } : {}) },
  );
  if (email !== undefined) await oweMail(tx, ctx, run.requestId, "completed");
}

async function close(
  tx: Tx,
  run: HeldRun,
  changes: Partial<typeof erasureRuns.$inferInsert>,
): Promise<void> {
  const closed = await tx
    .update(erasureRuns)
    .set(changes)
    .where(and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence)))
    .returning({ id: erasureRuns.id });
  if (closed.length === 0) throw new ErasureError("wrong_state", "Another worker has the run.");
}

/** Names the subject to nobody who does not already hold its key. */
function tombstonesOf(
  ctx: ErasureContext,
  { kind, keys }: RunSubject,
): (typeof tombstones.$inferInsert)[] {
  const digestKind = kind === "workspace" ? "workspace" : "account";
  const ids = [keys[kind === "workspace" ? "workspaceId" : "userId"] ?? []].flat();
  return ids.map((id) => ({
    subjectKind: kind,
    subjectDigest: ctx.vault.digest(digestKind, id),
    erasedAt: ctx.now(),
  }));
}
