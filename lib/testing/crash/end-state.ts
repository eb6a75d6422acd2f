import { asc, sql } from "drizzle-orm";
import { z } from "zod";
import type { Connection } from "@/db/client";
import {
  erasureMails,
  erasureReceipts,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  erasureTransitions,
  tombstones,
} from "@/db/schema";
import { signedReceipt } from "@/lib/receipts/signed-receipt";
import { type EveryRow, readEveryRow } from "./every-row";

type Request = typeof erasureRequests.$inferSelect;
type Run = typeof erasureRuns.$inferSelect;
type Step = typeof erasureSteps.$inferSelect;

/** What is left of a run: all that two runs left alike may differ in is times, new ids and seals. */
export type EndState = {
  rows: EveryRow;
  requests: Pick<Request, "state" | "subjectId" | "addressDigest" | "retained">[];
  transitions: { from: string | null; to: string }[];
  runs: (Pick<Run, "state" | "subjects" | "leaseUntil" | "residue"> & { isSealed: boolean })[];
  steps: (Pick<Step, "action" | "state" | "cursor" | "plannedRows" | "doneRows"> & {
    subject: number;
    table: string;
  })[];
  tombstones: { kind: string; digest: string }[];
  receipts: unknown[];
  mails: { message: string; state: string }[];
  /** Mails in the queue, by what became of their jobs. */
  mailJobs: { state: string }[];
};

/** Reads what is left, all of it in an order of its own. */
export async function readEndState(connection: Pick<Connection, "db" | "sql">): Promise<EndState> {
  const { db } = connection;
  const requests = await db.select().from(erasureRequests).orderBy(asc(erasureRequests.id));
  const transitions = await db
    .select({ from: erasureTransitions.fromState, to: erasureTransitions.toState })
    .from(erasureTransitions)
    .orderBy(asc(erasureTransitions.requestId), asc(erasureTransitions.id));
  const runs = await db.select().from(erasureRuns).orderBy(asc(erasureRuns.requestId));
  const steps = await db
    .select({
      subject: erasureSteps.subjectIndex,
      table: erasureSteps.tableName,
      action: erasureSteps.action,
      state: erasureSteps.state,
      cursor: erasureSteps.cursor,
      plannedRows: erasureSteps.plannedRows,
      doneRows: erasureSteps.doneRows,
    })
    .from(erasureSteps)
    .innerJoin(erasureRuns, sql`${erasureRuns.id} = ${erasureSteps.runId}`)
    .orderBy(
      asc(erasureRuns.requestId),
      asc(erasureSteps.subjectIndex),
      asc(erasureSteps.tableName),
      asc(erasureSteps.action),
    );
  return {
    rows: await readEveryRow(connection),
    requests: requests.map(({ state, subjectId, addressDigest, retained }) => ({
      state,
      subjectId,
      addressDigest,
      retained: withoutTimes(retained),
    })),
    transitions,
    runs: runs.map(({ state, subjects, sealedIdentifiers, leaseUntil, residue }) => ({
      state,
      subjects,
      leaseUntil,
      residue,
      isSealed: sealedIdentifiers !== null,
    })),
    steps,
    tombstones: await db
      .select({ kind: tombstones.subjectKind, digest: tombstones.subjectDigest })
      .from(tombstones)
      .orderBy(asc(tombstones.subjectKind), asc(tombstones.subjectDigest)),
    receipts: (await db.select({ jws: erasureReceipts.jws }).from(erasureReceipts)).map(asserted),
    mails: await db
      .select({ message: erasureMails.message, state: erasureMails.state })
      .from(erasureMails)
      .orderBy(asc(erasureMails.message)),
    mailJobs: z
      .array(z.object({ state: z.string() }))
      .parse(await db.execute(sql`select state::text from pgboss.job where name = 'send-mail'`)),
  };
}

/** What a receipt says of everything but the time. */
function asserted({ jws }: { jws: string }): unknown {
  const { receivedAt, startedAt, purgedAt, completedAt, record, backupsGoneBy, ...timeless } =
    signedReceipt(jws);
  return { ...timeless, retained: withoutTimes(timeless.retained) };
}

/** What was kept, in an order of its own; it ends so long after the erasure did. */
function withoutTimes(retained: unknown): unknown {
  if (!Array.isArray(retained)) return retained;
  return retained.map((one) => JSON.stringify({ ...one, until: null })).sort();
}
