import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import {
  auditLog,
  cancellationTokens,
  contactFences,
  controllerTasks,
  dueMarks,
  dueNotices,
  erasureActs,
  erasureFileSteps,
  erasureGroups,
  erasureMails,
  erasureQuestions,
  erasureReceipts,
  erasureRecipientCalls,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  erasureTombstoneLog,
  erasureTransitions,
  inboundMails,
  invoices,
  legalHolds,
  suppressionEntries,
  tombstones,
  verificationTokens,
} from "../schema";

/**
 * How what the map retains comes to its end: by the row's own age, from a moment that it records; with
 * the request or the run that it belongs to; or in another way that this says.
 */
export type RetentionEnd =
  | { by: "age"; since: SQL; only?: SQL | undefined }
  | { by: "request"; column: SQL }
  | { by: "run"; column: SQL }
  | { by: "otherwise"; because: string };

const age = (since: SQL, only?: SQL): RetentionEnd => ({ by: "age", since, only });
const withRequest = (column: SQL): RetentionEnd => ({ by: "request", column });
const withRun = (column: SQL): RetentionEnd => ({ by: "run", column });

/** Of each table that the map retains for any kind of subject, how its rows' period ends. */
export const retentionEnds: Readonly<Record<string, readonly RetentionEnd[]>> = {
  auditLog: [age(sql`${auditLog.occurredAt}`)],
  invoices: [age(sql`${invoices.issuedAt}`)],
  suppressionEntries: [age(sql`${suppressionEntries.createdAt}`)],
  contactFences: [age(sql`${contactFences.erasedAt}`)],
  addressTombstones: [
    { by: "otherwise", because: "swept when nothing that was sent before can still arrive" },
  ],

  erasureRequests: [age(sql`${erasureRequests.closedAt}`)],
  erasureActs: [
    withRequest(sql`${erasureActs.requestId}`),
    age(sql`${erasureActs.occurredAt}`, isNull(erasureActs.requestId)),
  ],
  erasureQuestions: [withRequest(sql`${erasureQuestions.requestId}`)],
  erasureTransitions: [withRequest(sql`${erasureTransitions.requestId}`)],
  verificationTokens: [withRequest(sql`${verificationTokens.requestId}`)],
  cancellationTokens: [withRequest(sql`${cancellationTokens.requestId}`)],
  erasureMails: [withRequest(sql`${erasureMails.requestId}`)],
  erasureReceipts: [withRequest(sql`${erasureReceipts.requestId}`)],
  erasureRecipientCalls: [withRequest(sql`${erasureRecipientCalls.requestId}`)],
  controllerTasks: [withRequest(sql`${controllerTasks.requestId}`)],
  dueMarks: [withRequest(sql`${dueMarks.requestId}`)],
  dueNotices: [age(sql`${dueNotices.queuedAt}`)],
  erasureGroups: [
    withRequest(sql`${erasureGroups.requestId}`),
    age(sql`${erasureGroups.chosenAt}`, isNull(erasureGroups.requestId)),
  ],
  inboundMails: [
    withRequest(sql`${inboundMails.requestId}`),
    age(sql`${inboundMails.receivedAt}`, isNull(inboundMails.requestId)),
  ],
  erasureSteps: [withRun(sql`${erasureSteps.runId}`)],
  erasureFileSteps: [withRun(sql`${erasureFileSteps.runId}`)],
  erasureRuns: [withRequest(sql`${erasureRuns.requestId}`)],
  requestFiles: [
    { by: "otherwise", because: "goes with its bytes as soon as the request has ended" },
  ],

  legalHolds: [age(sql`coalesce(${legalHolds.releasedAt}, ${legalHolds.expiresAt})`)],
  tombstones: [age(sql`${tombstones.erasedAt}`)],
  // The newest one stays: the next is counted and chained from it.
  erasureTombstoneLog: [
    age(
      sql`${erasureTombstoneLog.erasedAt}`,
      and(
        isNotNull(erasureTombstoneLog.storedAt),
        sql`not ${erasureTombstoneLog.isToReplay}`,
        sql`${erasureTombstoneLog.sequence} < (select max(newest.sequence) from ${erasureTombstoneLog} newest)`,
      ),
    ),
  ],
};
