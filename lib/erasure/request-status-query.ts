import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  erasureRecipientCalls as calls,
  erasureFileSteps,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  erasureTransitions,
} from "@/db/schema";
import type { Db } from "./context";
import { preparedOnce } from "./prepared-once";
import { callFields } from "./read-recipients";

/**
 * All that the holder of a code may know of a request, in one question: whoever waits for an erasure asks
 * again every few seconds. What there are several of comes as a list in JSON, null where there are none.
 */
export const requestStatusQuery = preparedOnce((db) => {
  const [timeline, steps, files, recipients] = [
    timelineOf(db),
    stepsOf(db),
    filesOf(db),
    recipientsOf(db),
  ];
  return db
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      state: erasureRequests.state,
      subjectKind: erasureRequests.subjectKind,
      refusalReason: erasureRequests.refusalReason,
      receivedAt: erasureRequests.receivedAt,
      acknowledgeBy: erasureRequests.acknowledgeBy,
      dueAt: erasureRequests.dueAt,
      extensionReason: erasureRequests.extensionReason,
      firstDueAt: erasureRequests.firstDueAt,
      verifiedAt: erasureRequests.verifiedAt,
      purgeAfter: erasureRequests.purgeAfter,
      closedAt: erasureRequests.closedAt,
      backupsGoneBy: erasureRequests.backupsGoneBy,
      backupsGoneAt: erasureRequests.backupsGoneAt,
      policyVersion: erasureRequests.policyVersion,
      retained: erasureRequests.retained,
      timeline: timeline.list,
      steps: steps.list,
      files: files.list,
      recipients: recipients.list,
    })
    .from(erasureRequests)
    .leftJoinLateral(timeline, sql`true`)
    .leftJoinLateral(steps, sql`true`)
    .leftJoinLateral(files, sql`true`)
    .leftJoinLateral(recipients, sql`true`)
    .where(eq(erasureRequests.confirmationCode, sql.placeholder("code")))
    .prepare("request_status");
});

function timelineOf(db: Db) {
  const { requestId, toState, occurredAt, id } = erasureTransitions;
  return db
    .select({
      list: listOf({ state: toState, at: occurredAt }, [occurredAt, id]).as("transitions_list"),
    })
    .from(erasureTransitions)
    .where(eq(requestId, erasureRequests.id))
    .as("timeline");
}

function stepsOf(db: Db) {
  const { category, plannedRows, doneRows, ordinal, action, runId } = erasureSteps;
  const fields = { category, planned: plannedRows, done: doneRows };
  return db
    .select({ list: listOf(fields, [ordinal]).as("steps_list") })
    .from(erasureSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, runId))
    .where(and(eq(erasureRuns.requestId, erasureRequests.id), eq(action, "erase")))
    .as("steps");
}

function filesOf(db: Db) {
  const { plannedFiles, doneFiles, subjectIndex, runId } = erasureFileSteps;
  return db
    .select({
      list: listOf({ planned: plannedFiles, done: doneFiles }, [subjectIndex]).as("files_list"),
    })
    .from(erasureFileSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, runId))
    .where(eq(erasureRuns.requestId, erasureRequests.id))
    .as("files");
}

function recipientsOf(db: Db) {
  return db
    .select({ list: listOf(callFields, [calls.id]).as("calls_list") })
    .from(calls)
    .where(eq(calls.requestId, erasureRequests.id))
    .as("recipients");
}

function listOf(fields: Record<string, SQLWrapper>, order: readonly SQLWrapper[]): SQL<unknown> {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [
    sql.raw(`'${name}'`),
    sql`${value}`,
  ]);
  const comma = sql`, `;
  return sql`json_agg(json_build_object(${sql.join(pairs, comma)}) order by ${sql.join([...order], comma)})`;
}
