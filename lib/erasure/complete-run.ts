import { and, eq, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import { backupsGoneBy } from "./backups-gone-by";
import type { ErasureContext, Tx } from "./context";
import type { Governor, Residue } from "./engine";
import { entomb } from "./entomb";
import { ErasureError } from "./errors";
import { issueReceipt } from "./issue-receipt";
import { extendLease, type HeldRun, releaseRun } from "./lease";
import { oweMail } from "./owe-mail";
import { retainedIn } from "./retained";
import { openSealedRequest } from "./sealed-request";
import { planFor, type RunSubject, RunSubjects } from "./subjects";
import { logTombstone } from "./tombstones/log-tombstone";
import { transition } from "./transition";
import { verificationLeaseMilliseconds, verifyRun } from "./verify-run";

/**
 * Verifies a purged run and closes its request.
 *
 * Residue of any kind makes the request `failed`, with the places named and no values. Otherwise
 * tombstones are written, everything that led to the subject is cleared, the receipt is signed and
 * the last mail is owed, in one transaction. Where others rightly mention the subject is recorded, and fails nothing. Only
 * the worker that holds the run can close it.
 */
export async function completeRun(
  ctx: ErasureContext,
  run: HeldRun,
  governor: Governor,
): Promise<"finished" | "failed"> {
  if (!(await extendLease(ctx.db, ctx, run, verificationLeaseMilliseconds))) {
    await releaseRun(ctx, run);
    return "finished";
  }
  const [stored] = await ctx.db
    .select({ subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.id, run.id));
  const subjects = RunSubjects.parse(stored?.subjects);
  const { residue, mentions } = await verifyRun(ctx, run, subjects, governor);
  await ctx.db.transaction(async (tx) => {
    if (residue.length > 0) await fail(tx, ctx, run, [...residue, ...mentions]);
    else await complete(tx, ctx, run, subjects, mentions);
  });
  return residue.length > 0 ? "failed" : "finished";
}

async function fail(tx: Tx, ctx: ErasureContext, run: HeldRun, residue: Residue[]): Promise<void> {
  await close(tx, run, { state: "failed", residue, leaseUntil: null, endedAt: ctx.now() });
  await transition(tx, ctx, { id: run.requestId, state: "verifying" }, "failed");
  await planWhatIsLeft(tx, run, residue);
}

/** Rows that were found are planned for the next attempt, so that erasing them is no overrun. */
async function planWhatIsLeft(tx: Tx, run: HeldRun, residue: readonly Residue[]): Promise<void> {
  for (const { table, rows } of residue.filter(({ kind }) => kind === "row")) {
    await tx
      .update(erasureSteps)
      .set({ plannedRows: sql`${erasureSteps.doneRows} + ${rows}` })
      .where(
        and(
          eq(erasureSteps.runId, run.id),
          eq(erasureSteps.tableName, table),
          eq(erasureSteps.action, "erase"),
        ),
      );
  }
}

async function complete(
  tx: Tx,
  ctx: ErasureContext,
  run: HeldRun,
  subjects: RunSubject[],
  mentions: Residue[],
): Promise<void> {
  await close(tx, run, {
    state: "done",
    subjects: null,
    sealedIdentifiers: null,
    leaseUntil: null,
    residue: mentions.length > 0 ? mentions : null,
    endedAt: ctx.now(),
  });
  const [request] = await tx
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, run.requestId));
  const { email } = await openSealedRequest(ctx.vault, run.requestId, request?.sealed ?? null);
  await entomb(tx, ctx, subjects);
  await logTombstone(tx, ctx, run.requestId, subjects);

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
    {
      retained,
      addressDigest: null,
      backupsGoneBy: backupsGoneBy(ctx),
      ...(email === undefined ? { sealed: null } : {}),
    },
  );
  await issueReceipt(tx, ctx, run, { retained, mentions });
  if (email !== undefined) {
    await oweMail(tx, ctx, run.requestId, "completed", ctx.rules.confirmAfterDays);
  }
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
