import { and, asc, eq, getTableName, gt } from "drizzle-orm";
import { erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext } from "./context";
import { findResidue, type Governor, type Residue } from "./engine";
import { ErasureError } from "./errors";
import { findFilesLeft } from "./files/find-files-left";
import { extendLease, type HeldRun } from "./lease";
import { readIdentifiers } from "./run-identifiers";
import { planFor, type RunSubject } from "./subjects";
import { together } from "./together";

/** Longer than any one statement of a verification takes. */
export const verificationLeaseMilliseconds = 2 * 60_000;

const heartbeatMilliseconds = 5_000;

/**
 * Looks for what a purged run should have left nothing of, in the whole database, and for rows that
 * it should not have erased. Only reads, keeps the run's lease while it does, and rests beside others.
 *
 * @returns `mentions` are what others rightly say of the subject: they fail nothing.
 * @throws ErasureError `wrong_state` when another worker has taken the run over.
 */
export async function verifyRun(
  ctx: ErasureContext,
  run: HeldRun,
  subjects: readonly RunSubject[],
  governor: Governor,
): Promise<{ residue: Residue[]; mentions: Residue[] }> {
  const identifiers = await readIdentifiers(ctx.db, ctx, run.id);
  const found = await findResidue(ctx.db, together(subjects).map(planFor), identifiers, {
    above: { workspaceId: workspacesOf(subjects) },
    onPage: resting(heartbeat(ctx, run), governor),
    readers: await governor.readers(),
  });
  const residue = found.filter(({ kind }) => kind !== "mention");
  const files = await findFilesLeft(ctx, run, subjects, heartbeat(ctx, run));
  return {
    residue: [...residue, ...files, ...(await findOverruns(ctx, run, subjects))],
    mentions: found.filter((one) => one.kind === "mention" && !isOwnRecord(one)),
  };
}

/** The run's own keys, which are there until it completes. */
function isOwnRecord({ table, column }: Residue): boolean {
  return table === getTableName(erasureRuns) && column === erasureRuns.subjects.name;
}

/** Where the subjects left traces: an account's workspaces are known by the holds that stop it. */
function workspacesOf(subjects: readonly RunSubject[]): string[] {
  const own = subjects.flatMap(({ keys }) => keys.workspaceId ?? []);
  const around = subjects
    .flatMap(({ heldBy }) => heldBy)
    .filter(({ kind }) => kind === "workspace")
    .map(({ id }) => id);
  return [...new Set([...own, ...around])];
}

/** Rests for what has been read since the last rest. */
function resting(beat: () => Promise<void>, governor: Governor): () => Promise<void> {
  let readSince = performance.now();
  return async () => {
    await beat();
    await governor.rest(performance.now() - readSince);
    readSince = performance.now();
  };
}

function heartbeat(ctx: ErasureContext, run: HeldRun): () => Promise<void> {
  let beatAt = performance.now();
  return async () => {
    if (performance.now() < beatAt + heartbeatMilliseconds) return;
    beatAt = performance.now();
    if (await extendLease(ctx.db, ctx, run, verificationLeaseMilliseconds)) return;
    throw new ErasureError("wrong_state", "Another worker has the run.");
  };
}

/**
 * Steps that erased more rows than were planned, though the subject took no writes: the surplus was
 * somebody else's. An account takes some, so that its rows may have become more.
 */
async function findOverruns(
  ctx: ErasureContext,
  run: HeldRun,
  subjects: readonly RunSubject[],
): Promise<Residue[]> {
  const steps = await ctx.db
    .select()
    .from(erasureSteps)
    .where(
      and(
        eq(erasureSteps.runId, run.id),
        eq(erasureSteps.action, "erase"),
        gt(erasureSteps.doneRows, erasureSteps.plannedRows),
      ),
    )
    .orderBy(asc(erasureSteps.ordinal));
  return steps
    .filter(({ subjectIndex }) => takesNoWrites(subjects[subjectIndex]))
    .map(({ tableName, doneRows, plannedRows }) => ({
      kind: "overrun",
      table: tableName,
      column: null,
      rows: doneRows - plannedRows,
    }));
}

function takesNoWrites(subject: RunSubject | undefined): boolean {
  return subject?.kind === "workspace" || subject?.kind === "contact";
}
