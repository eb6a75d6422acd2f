import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { erasureRequests, erasureRuns, erasureSteps, erasureTransitions } from "@/db/schema";
import type { ErasureContext } from "./context";
import { countFiles } from "./files/count-files";
import { readRecipients } from "./read-recipients";
import { ConfirmationCode } from "./schemas";
import type { CategoryProgress, RequestStatus } from "./status";

const RetainedJson = z.array(
  z.object({
    category: z.string(),
    retention: z.string(),
    rows: z.number(),
    until: z.coerce.date().nullable(),
  }),
);

/**
 * What the holder of a confirmation code may know: states, dates, counts and what is kept.
 *
 * @returns null for a code that is malformed or that no request has; both are looked for.
 */
export async function readRequestStatus(
  ctx: ErasureContext,
  confirmationCode: string,
): Promise<RequestStatus | null> {
  const given = ConfirmationCode.safeParse(confirmationCode);
  const [request] = await ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, given.data ?? ""));
  if (request === undefined) return null;

  const timeline = await ctx.db
    .select({ state: erasureTransitions.toState, at: erasureTransitions.occurredAt })
    .from(erasureTransitions)
    .where(eq(erasureTransitions.requestId, request.id))
    .orderBy(asc(erasureTransitions.occurredAt), asc(erasureTransitions.id));

  return {
    confirmationCode: request.confirmationCode,
    state: request.state,
    subjectKind: request.subjectKind,
    refusalReason: request.refusalReason,
    receivedAt: request.receivedAt,
    acknowledgeBy: request.acknowledgeBy,
    dueAt: request.dueAt,
    extension: extensionOf(request),
    verifiedAt: request.verifiedAt,
    purgeAfter: request.purgeAfter,
    closedAt: request.closedAt,
    backupsGoneBy: request.backupsGoneBy,
    backupsGoneAt: request.backupsGoneAt,
    policyVersion: request.policyVersion,
    timeline,
    progress: await readProgress(ctx, request.id),
    files: await countFiles(ctx.db, request.id),
    retained: RetainedJson.parse(request.retained ?? []),
    recipients: await readRecipients(ctx, request.id),
  };
}

function extensionOf({
  extensionReason: reason,
  firstDueAt,
}: typeof erasureRequests.$inferSelect): RequestStatus["extension"] {
  return reason === null || firstDueAt === null ? null : { reason, firstDueAt };
}

async function readProgress(ctx: ErasureContext, requestId: string): Promise<CategoryProgress[]> {
  const steps = await ctx.db
    .select({
      category: erasureSteps.category,
      action: erasureSteps.action,
      planned: erasureSteps.plannedRows,
      done: erasureSteps.doneRows,
    })
    .from(erasureSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, erasureSteps.runId))
    .where(eq(erasureRuns.requestId, requestId))
    .orderBy(asc(erasureSteps.ordinal));

  const byCategory = new Map<string, CategoryProgress>();
  for (const { category, action, planned, done } of steps) {
    if (action !== "erase") continue;
    const sum = byCategory.get(category) ?? { category, planned: 0, done: 0 };
    byCategory.set(category, {
      category,
      planned: sum.planned + planned,
      done: sum.done + done,
    });
  }
  return [...byCategory.values()];
}
