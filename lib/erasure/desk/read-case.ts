import { and, arrayOverlaps, desc, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import { erasureQuestions, erasureRequests } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { isDuplicate } from "../is-duplicate";
import { ConfirmationCode } from "../schemas";
import { askedControllers } from "./asked-controllers";
import { caseEvents } from "./case-events";
import { caseRun } from "./case-run";
import { holdsOnCase } from "./list-holds";
import { possibleActs } from "./possible-acts";
import { isOpen } from "./queue-where";
import type { QueueRow, RequestCase } from "./status";

type Request = typeof erasureRequests.$inferSelect;

/**
 * All that an operator needs to decide on a request, without what is sealed in it.
 *
 * @returns null for a code that is malformed or that no request has.
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function readCase(
  ctx: ErasureContext,
  confirmationCode: string,
): Promise<RequestCase | null> {
  assertMay(ctx, "read_requests");
  if (!ConfirmationCode.safeParse(confirmationCode).success) return null;
  const [request] = await ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  if (request === undefined) return null;

  const [events, run, controllers, questions, duplicates, mergedInto] = await Promise.all([
    caseEvents(ctx, request.id),
    caseRun(ctx, request.id),
    askedControllers(ctx, request.id),
    readQuestions(ctx, request.id),
    readDuplicates(ctx, request),
    readCode(ctx, request.mergedIntoId),
  ]);
  const facts = {
    hasRun: run !== null,
    isBackingOff: run !== null && run.retryAfter !== null && run.retryAfter > ctx.now(),
    hasDuplicates: duplicates.length > 0,
    now: ctx.now(),
  };
  return {
    ...rowOf(request),
    subjectId: request.subjectId,
    refusalReason: request.refusalReason,
    acknowledgeBy: request.acknowledgeBy,
    firstDueAt: request.firstDueAt,
    extensionReason: request.extensionReason,
    verifiedAt: request.verifiedAt,
    purgeAfter: request.purgeAfter,
    policyProfile: request.policyProfile,
    policyVersion: request.policyVersion,
    mergedInto,
    isSealed: request.sealed !== null,
    events,
    questions,
    holds: await holdsOnCase(ctx, request),
    run,
    controllers,
    duplicates,
    acts: possibleActs(request, ctx.rules, facts),
  };
}

function rowOf(request: Request): QueueRow {
  const { id, confirmationCode, state, channel, requesterKind, subjectKind } = request;
  const { receivedAt, dueAt, extendedAt, closedAt } = request;
  const row = { id, confirmationCode, state, channel, requesterKind, subjectKind };
  return { ...row, receivedAt, dueAt, isExtended: extendedAt !== null, closedAt };
}

async function readQuestions({ db }: ErasureContext, requestId: string) {
  const { askedAt, expiresAt, answeredAt } = erasureQuestions;
  return await db
    .select({ askedAt, expiresAt, answeredAt })
    .from(erasureQuestions)
    .where(eq(erasureQuestions.requestId, requestId))
    .orderBy(erasureQuestions.askedAt);
}

/** Open requests of the same kind about the same subject, or from the same address or number. */
async function readDuplicates({ db }: ErasureContext, request: Request): Promise<QueueRow[]> {
  const { subjectId, addressDigest, identifierDigests } = request;
  const ways: SQL[] = [];
  if (subjectId !== null) ways.push(eq(erasureRequests.subjectId, subjectId));
  if (addressDigest !== null) ways.push(inArray(erasureRequests.addressDigest, [addressDigest]));
  if (identifierDigests !== null) {
    ways.push(arrayOverlaps(erasureRequests.identifierDigests, identifierDigests));
  }
  if (ways.length === 0) return [];
  const found = await db
    .select()
    .from(erasureRequests)
    .where(and(isOpen, ne(erasureRequests.id, request.id), or(...ways)))
    .orderBy(desc(erasureRequests.receivedAt))
    .limit(10);
  return found.filter((other) => isDuplicate(request, other)).map(rowOf);
}

async function readCode({ db }: ErasureContext, requestId: string | null): Promise<string | null> {
  if (requestId === null) return null;
  const [found] = await db
    .select({ code: erasureRequests.confirmationCode })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return found?.code ?? null;
}
