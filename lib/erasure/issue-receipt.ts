import { asc, eq } from "drizzle-orm";
import { erasureReceipts, erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import { backupsGoneBy } from "./backups-gone-by";
import { monthsAfter } from "./calendar";
import { categoryOfTable } from "./category-of-table";
import type { ErasureContext, Tx } from "./context";
import type { Residue } from "./engine";
import { ErasureError } from "./errors";
import { countErasedFiles } from "./files/count-erased-files";
import { lockRecipients } from "./read-recipients";
import { type Receipt, receiptStatement } from "./receipt";
import type { RetainedCategory } from "./status";

type Step = typeof erasureSteps.$inferSelect;

/** What the completing transaction knows when the verification has found nothing. */
type Found = { retained: readonly RetainedCategory[]; mentions: readonly Residue[] };

/**
 * Issues a request's receipt, signed, in the transaction that completes it: there is one exactly when
 * the verification found nothing, and it never changes afterwards.
 */
export async function issueReceipt(
  tx: Tx,
  ctx: ErasureContext,
  { id: runId, requestId }: { id: string; requestId: string },
  found: Found,
): Promise<void> {
  const receipt = await receiptOf(tx, ctx, { runId, requestId }, found);
  const { jws, keyId } = await ctx.receipts.sign(tx, receipt);
  await tx.insert(erasureReceipts).values({ requestId, keyId, jws, issuedAt: ctx.now() });
}

async function receiptOf(
  tx: Tx,
  ctx: ErasureContext,
  { runId, requestId }: { runId: string; requestId: string },
  { retained, mentions }: Found,
): Promise<Receipt> {
  const [read] = await tx
    .select({ request: erasureRequests, run: erasureRuns })
    .from(erasureRequests)
    .innerJoin(erasureRuns, eq(erasureRuns.id, runId))
    .where(eq(erasureRequests.id, requestId));
  if (read === undefined) throw new Error("There is no request to give a receipt for.");
  const steps = await tx
    .select()
    .from(erasureSteps)
    .where(eq(erasureSteps.runId, runId))
    .orderBy(asc(erasureSteps.ordinal));
  const recipients = await lockRecipients(tx, requestId);
  if (recipients.some(({ open }) => open > 0)) {
    throw new ErasureError("wrong_state", "Somebody has recipients told again just now.");
  }
  const { request, run } = read;
  const { retentionBases, retentionMonths } = ctx.rules;
  const recordMonths = retentionMonths.request_ledger;
  const now = ctx.now();

  return {
    version: 1,
    issuer: ctx.receipts.issuer,
    statement: receiptStatement,
    confirmationCode: request.confirmationCode,
    subject: request.subjectKind,
    policy: { profile: request.policyProfile, version: request.policyVersion },
    receivedAt: request.receivedAt.toISOString(),
    verifiedAt: request.verifiedAt?.toISOString() ?? null,
    startedAt: run.startedAt.toISOString(),
    purgedAt: (run.purgedAt ?? now).toISOString(),
    completedAt: now.toISOString(),
    erased: rowsIn(steps.filter(({ action }) => action === "erase").map(doneIn)),
    files: await countErasedFiles(tx, requestId),
    unlinked: rowsIn(steps.filter(isOfOthers).map(doneIn)),
    mentioned: rowsIn(mentions.map(mentionIn)),
    retained: retained.map(({ until, retention, ...kept }) => ({
      ...kept,
      retention,
      basis: retentionBases[retention] ?? null,
      until: until?.toISOString() ?? null,
    })),
    record: {
      retention: "request_ledger",
      basis: retentionBases.request_ledger ?? null,
      until: recordMonths === undefined ? null : monthsAfter(now, recordMonths).toISOString(),
    },
    recipients: recipients.map(({ open: _none, lastAt, keptUntil, ...outcome }) => ({
      ...outcome,
      lastAt: lastAt?.toISOString() ?? null,
      keptUntil: keptUntil?.toISOString() ?? null,
    })),
    backupsGoneBy: backupsGoneBy(ctx)?.toISOString() ?? null,
  };
}

function isOfOthers({ action }: Step): boolean {
  return action === "blank" || action === "detach";
}

function doneIn({ category, doneRows }: Step): Receipt["erased"][number] {
  return { category, rows: doneRows };
}

function mentionIn({ table, rows }: Residue): Receipt["mentioned"][number] {
  return { category: categoryOfTable(table), rows };
}

/** Summed by category, without those of which there are none. */
function rowsIn(counts: Receipt["erased"]): Receipt["erased"] {
  const sums = new Map<string, number>();
  for (const { category, rows } of counts) sums.set(category, (sums.get(category) ?? 0) + rows);
  return [...sums].flatMap(([category, rows]) => (rows > 0 ? [{ category, rows }] : []));
}
