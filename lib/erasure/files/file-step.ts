import { and, eq, sql } from "drizzle-orm";
import { erasureFileSteps, requestFiles, storedObjects } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "../context";
import type { HeldRun } from "../lease";
import { planFor, type RunSubject } from "../subjects";
import { fileBatch } from "./file-batch";
import { fileScope } from "./file-scope";
import type { FileStep, OpenPart } from "./files-part";

/** A subject's step, written and counted when the run first comes to it; null: it has no files. */
export async function openFileStep(
  ctx: ErasureContext,
  run: HeldRun,
  { index, subject }: { index: number; subject: RunSubject },
): Promise<FileStep | null> {
  const stored = await readFileStep(ctx.db, run, index);
  if (stored !== null) return stored;
  const { all } = fileScope(planFor(subject), subject);
  const handedIn = index === 0 ? await ctx.db.$count(requestFiles, isHandedIn(run)) : 0;
  if (all === null && handedIn === 0) return null;

  const known = all === null ? 0 : await ctx.db.$count(storedObjects, all);
  await ctx.db
    .insert(erasureFileSteps)
    .values({
      runId: run.id,
      subjectIndex: index,
      plannedFiles: known + handedIn,
      startedAt: ctx.now(),
    })
    .onConflictDoNothing();
  return await readFileStep(ctx.db, run, index);
}

/** Records what a batch did, in its own transaction; never more than was planned. */
export async function recordFiles(
  tx: Tx,
  run: HeldRun,
  index: number,
  files: number,
  place: { emptied: number } | { cursor: string },
): Promise<void> {
  const { plannedFiles, doneFiles } = erasureFileSteps;
  const done = sql`least(${doneFiles} + ${files}, ${plannedFiles})`;
  await tx
    .update(erasureFileSteps)
    .set({ state: "running", doneFiles: done, ...place })
    .where(isStep(run, index));
}

/**
 * Ends a step whose bytes are gone: all that was known when it began is done, whatever a crash may
 * have left uncounted, and so is what was handed in. Where files have to stay for now, it stays open.
 *
 * @returns false when the run has to stop first.
 */
export async function endFileStep(
  ctx: ErasureContext,
  run: HeldRun,
  { index, scope, mayGoOn }: OpenPart,
): Promise<boolean> {
  const ended = await fileBatch(ctx, run, mayGoOn, async (tx) => {
    if (index === 0) await tx.delete(requestFiles).where(isHandedIn(run));
    await tx
      .update(erasureFileSteps)
      .set(
        scope.leavesFiles
          ? { state: "running", cursor: null }
          : {
              state: "done",
              doneFiles: erasureFileSteps.plannedFiles,
              cursor: null,
              lastError: null,
              endedAt: ctx.now(),
            },
      )
      .where(isStep(run, index));
    return true;
  });
  return ended === true;
}

/** Records that the store would not do it: the error's name, and nothing that it says. */
export async function recordFailure(
  { db }: ErasureContext,
  run: HeldRun,
  index: number,
  error: unknown,
): Promise<void> {
  await db
    .update(erasureFileSteps)
    .set({
      failures: sql`${erasureFileSteps.failures} + 1`,
      lastError: error instanceof Error ? error.name : "unknown",
    })
    .where(isStep(run, index));
}

async function readFileStep(db: Db, run: HeldRun, index: number): Promise<FileStep | null> {
  const [step] = await db.select().from(erasureFileSteps).where(isStep(run, index));
  return step ?? null;
}

function isStep({ id }: HeldRun, index: number) {
  return and(eq(erasureFileSteps.runId, id), eq(erasureFileSteps.subjectIndex, index));
}

function isHandedIn({ requestId }: HeldRun) {
  return eq(requestFiles.requestId, requestId);
}
