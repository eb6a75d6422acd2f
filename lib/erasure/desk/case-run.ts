import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { erasureFileSteps, erasureRuns, erasureSteps } from "@/db/schema";
import type { Db, ErasureContext } from "../context";
import type { CaseFiles, CaseRun } from "./status";

export const ResidueJson = z
  .array(
    z.object({
      kind: z.string(),
      table: z.string(),
      column: z.string().nullable(),
      rows: z.number(),
    }),
  )
  .nullable();

/** A request's run with its steps and the places where something was left; null before there is one. */
export async function caseRun(
  { db, now }: ErasureContext,
  requestId: string,
): Promise<CaseRun | null> {
  const [run] = await db.select().from(erasureRuns).where(eq(erasureRuns.requestId, requestId));
  if (run === undefined) return null;
  const steps = await db
    .select({
      table: erasureSteps.tableName,
      category: erasureSteps.category,
      action: erasureSteps.action,
      state: erasureSteps.state,
      planned: erasureSteps.plannedRows,
      done: erasureSteps.doneRows,
    })
    .from(erasureSteps)
    .where(eq(erasureSteps.runId, run.id))
    .orderBy(asc(erasureSteps.ordinal));
  const { state, startedAt, purgedAt, endedAt, retryAfter, leaseUntil } = run;
  return {
    state,
    startedAt,
    purgedAt,
    endedAt,
    retryAfter,
    isHeld: leaseUntil !== null && leaseUntil > now(),
    steps,
    files: await filesOf(db, run.id),
    residue: ResidueJson.parse(run.residue) ?? [],
  };
}

async function filesOf(db: Db, runId: string): Promise<CaseFiles[]> {
  return await db
    .select({
      state: erasureFileSteps.state,
      planned: erasureFileSteps.plannedFiles,
      done: erasureFileSteps.doneFiles,
      failures: erasureFileSteps.failures,
      lastError: erasureFileSteps.lastError,
    })
    .from(erasureFileSteps)
    .where(eq(erasureFileSteps.runId, runId))
    .orderBy(asc(erasureFileSteps.subjectIndex));
}
