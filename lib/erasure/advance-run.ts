import { eq } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { completeRun } from "./complete-run";
import type { ErasureContext, Tx } from "./context";
import { type Governor, isAway, loadReader, polite, runPlan } from "./engine";
import { eraseFiles } from "./files/erase-files";
import { withoutFileRows } from "./files/without-file-rows";
import { holdScope } from "./hold-scope";
import { backOff, extendLease, type HeldRun, releaseRun, takeRun } from "./lease";
import { isNewlyHeld, mayGoOn, type Obeyed } from "./may-go-on";
import { hasOpenCalls } from "./open-calls";
import { partToPurge } from "./part-to-purge";
import { purgeApplicationName } from "./purge-application-name";
import { putOnHold } from "./put-on-hold";
import { reopenSteps } from "./reopen-steps";
import { runJournal } from "./run-journal";
import { settleMembers } from "./settle-members";
import { hasSqlState } from "./sql-state";
import { startRun } from "./start-run";
import { type RunSubject, RunSubjects } from "./subjects";
import { transition } from "./transition";

/** Work between two looks at the queue: long enough to be cheap, short enough to be fair. */
const sliceMilliseconds = 5_000;

const foreignKeyViolation = "23503";

/** A run that waits for other systems' answers looks again by itself so often. */
const waitForRecipientsMilliseconds = 60_000;

/** A run whose slice threw is left alone for so long, and then tried again. */
const backOffMilliseconds = 60_000;

/** Unless it was the database that was away: then the run itself is as good as before. */
const awayMilliseconds = 5_000;

/**
 * Takes a request as far as it goes in one slice: starts its run, purges, waits for what other systems
 * were told, verifies, completes.
 *
 * Safe to repeat and to run twice at once: a run belongs to one worker at a time, and a dead
 * worker's run is taken over when its lease ends.
 *
 * @returns `again` when there is more to do now; `failed` when verification found residue.
 */
export async function advanceRun(
  ctx: ErasureContext,
  requestId: string,
  governor: Governor = politeTo(ctx),
): Promise<"again" | "finished" | "failed"> {
  await startRun(ctx, requestId);
  const [request] = await ctx.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  if (request?.state !== "purging" && request?.state !== "verifying") return "finished";
  const run = await takeRun(ctx, requestId);
  if (run === null) return "finished";

  try {
    if (request.state === "purging") {
      const outcome = await purge(ctx, run, governor);
      if (typeof outcome === "object") {
        await backOff(ctx, run, outcome.pauseMilliseconds);
        return "finished";
      }
      if (outcome !== "done") {
        await releaseRun(ctx, run);
        return outcome === "yielded" ? "again" : "finished";
      }
    }
    if (await hasOpenCalls(ctx.db, run.id)) {
      // The last call to end calls for the run.
      await backOff(ctx, run, waitForRecipientsMilliseconds);
      return "finished";
    }
    return await completeRun(ctx, run, governor);
  } catch (error) {
    // A late writer's row refers to one that is to go: it has to go, too.
    if (hasSqlState(error, foreignKeyViolation)) await reopenSteps(ctx.db, run.id);
    await backOff(ctx, run, isAway(error) ? awayMilliseconds : backOffMilliseconds);
    throw error;
  }
}

/**
 * Purges every subject as far as legal holds let it, and then puts on hold what they keep back.
 *
 * A hold that comes meanwhile ends the slice between two batches; the next one obeys it.
 */
async function purge(
  ctx: ErasureContext,
  run: typeof erasureRuns.$inferSelect,
  governor: Governor,
): Promise<"done" | "yielded" | "stopped" | { pauseMilliseconds: number }> {
  const yieldAt = performance.now() + sliceMilliseconds;
  let subjects = RunSubjects.parse(run.subjects);
  const known = new Set<string>();
  const heldBy = new Set<string>();
  const stoppedAt = async (obeyed: Obeyed) =>
    (await isNewlyHeld(ctx, obeyed)) ? "yielded" : "stopped";

  for (let index = 0; index < subjects.length; index++) {
    if (!subjects[index]?.isSettled) {
      // Who goes with a workspace is decided when nothing of it is left.
      if (heldBy.size > 0) break;
      const obeyed = { scope: holdScope(subjects), known: [...known] };
      const settled = await settleMembers(ctx, run, { index, ...obeyed });
      if (settled.outcome === "stopped") return await stoppedAt(obeyed);
      if (settled.outcome === "held") {
        for (const id of settled.heldBy) heldBy.add(id);
        break;
      }
      subjects = settled.subjects;
    }
    const subject = subjects[index];
    if (subject === undefined) continue;
    const part = await partToPurge(ctx, subject);
    for (const id of part.known) known.add(id);
    for (const id of part.heldBy) heldBy.add(id);
    const obeyed = { scope: holdScope([subject]), known: part.known };
    const shouldYield = () => performance.now() > yieldAt;
    const mayErase = (tx: Tx) => mayGoOn(tx, ctx, run, obeyed);
    const filesPart = { index, subject, plan: part.plan, mayGoOn: mayErase, shouldYield };
    const files = await eraseFiles(ctx, run, filesPart);
    if (files.outcome === "stopped") return await stoppedAt(obeyed);
    if (files.outcome === "yielded") return "yielded";

    // Bytes go before the rows that lead to them; other rows do not wait for a store that is down.
    const plan = files.outcome === "done" ? part.plan : withoutFileRows(part.plan);
    const outcome = await runPlan(ctx.db, plan, runJournal(ctx, run, { index, plan, obeyed }), {
      governor,
      now: ctx.now,
      shouldYield,
      isFrozen: takesNoWrites(subject),
    });
    if (outcome === "stopped") return await stoppedAt(obeyed);
    if (outcome !== "done") return outcome;
    if (files.outcome === "failed") throw files.error;
    if (files.outcome === "waiting") return { pauseMilliseconds: files.milliseconds };
  }
  if (heldBy.size > 0) return (await putOnHold(ctx, run, [...heldBy])) ? "stopped" : "yielded";
  const obeyed = { scope: holdScope(subjects), known: [...known] };
  return (await endPurge(ctx, run, obeyed)) ? "done" : await stoppedAt(obeyed);
}

/** @returns false when the run has to stop first. */
async function endPurge(ctx: ErasureContext, run: HeldRun, obeyed: Obeyed): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    if (!(await mayGoOn(tx, ctx, run, obeyed))) return false;
    if (!(await extendLease(tx, ctx, run))) return false;
    await transition(tx, ctx, { id: run.requestId, state: "purging" }, "verifying");
    await tx
      .update(erasureRuns)
      .set({ state: "verifying", purgedAt: ctx.now() })
      .where(eq(erasureRuns.id, run.id));
    return true;
  });
}

/** The fence refuses every write of a frozen workspace's or contact's data, but not of an account's. */
function takesNoWrites({ kind }: RunSubject): boolean {
  return kind === "workspace" || kind === "contact";
}

function politeTo({ db }: ErasureContext): Governor {
  return polite(loadReader(db, { ownNames: [purgeApplicationName] }));
}
