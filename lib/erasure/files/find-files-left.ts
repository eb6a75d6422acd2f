import { eq, getTableName } from "drizzle-orm";
import { erasureFileSteps, objectPrefix, requestFiles, storedObjects } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { Residue } from "../engine";
import type { HeldRun } from "../lease";
import { planFor, type RunSubject } from "../subjects";
import { fileScope } from "./file-scope";

const askMilliseconds = 60_000;

/**
 * Asks the object store itself what is left of a run's subjects: old versions and unfinished uploads
 * included. What is found is named by the table that should have led to it.
 *
 * @param onPrefix called after each question.
 * @throws what the store says when it cannot answer: nobody can vouch for it then.
 */
export async function findFilesLeft(
  { db, files }: ErasureContext,
  run: HeldRun,
  subjects: readonly RunSubject[],
  onPrefix: () => Promise<void>,
): Promise<Residue[]> {
  const places = subjects
    .filter(({ isSettled }) => isSettled)
    .flatMap((subject) => fileScope(planFor(subject), subject).prefixes)
    .map((prefix): { prefix: string; table: string } => ({
      prefix,
      table: getTableName(storedObjects),
    }));
  if ((await db.$count(erasureFileSteps, eq(erasureFileSteps.runId, run.id))) > 0) {
    const prefix = objectPrefix({ requestId: run.requestId });
    places.push({ prefix, table: getTableName(requestFiles) });
  }

  const left = new Map<string, number>();
  for (const { prefix, table } of places) {
    const objects = await files.countLeft(prefix, AbortSignal.timeout(askMilliseconds));
    left.set(table, (left.get(table) ?? 0) + objects);
    await onPrefix();
  }
  return [...left]
    .filter(([, rows]) => rows > 0)
    .map(([table, rows]) => ({ kind: "file", table, column: null, rows }));
}
