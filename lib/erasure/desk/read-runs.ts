import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps, purgeControls } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { ResidueJson } from "./case-run";
import type { RunRow, RunsView } from "./status";

const endedShown = 10;
const changing: (typeof erasureSteps.$inferSelect)["action"][] = ["erase", "detach", "blank"];

/**
 * Every run that has not ended well, with how far it is and where it failed, the last ones that have,
 * and how purges are steered.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function readRuns(ctx: ErasureContext): Promise<RunsView> {
  assertMay(ctx, "read_runs");
  const [controls] = await ctx.db.select().from(purgeControls);
  if (controls === undefined) throw new Error("purge_controls has no row: run the migrations.");
  const underWay = await rows(ctx, ["purging", "verifying", "failed"]);
  const ended = await rows(ctx, ["done"]);
  return {
    pausedAt: controls.pausedAt,
    maxRuns: controls.maxRuns,
    changedBy: controls.changedBy,
    failed: underWay.filter(({ state }) => state === "failed"),
    held: underWay.filter(({ state }) => state === "on_hold"),
    underWay: underWay.filter(({ state }) => state === "purging" || state === "verifying"),
    ended,
  };
}

async function rows(
  { db, now }: ErasureContext,
  states: (typeof erasureRuns.$inferSelect)["state"][],
): Promise<RunRow[]> {
  const isEnded = states.includes("done");
  const chosen = await db
    .select({ run: erasureRuns, request: erasureRequests })
    .from(erasureRuns)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureRuns.requestId))
    .where(inArray(erasureRuns.state, states))
    .orderBy(
      ...(isEnded
        ? [desc(erasureRuns.endedAt)]
        : [asc(erasureRequests.dueAt), asc(erasureRequests.id)]),
    )
    .limit(isEnded ? endedShown : 200);
  const sums = await progress(
    db,
    chosen.map(({ run }) => run.id),
  );
  return chosen.map(({ run, request }) => ({
    requestId: request.id,
    confirmationCode: request.confirmationCode,
    state: request.state,
    subjectKind: request.subjectKind,
    dueAt: request.dueAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    retryAfter: run.retryAfter !== null && run.retryAfter > now() ? run.retryAfter : null,
    isHeld: run.leaseUntil !== null && run.leaseUntil > now(),
    planned: sums.get(run.id)?.planned ?? 0,
    done: sums.get(run.id)?.done ?? 0,
    residue: ResidueJson.parse(run.residue) ?? [],
  }));
}

async function progress(
  db: ErasureContext["db"],
  runIds: string[],
): Promise<Map<string, { planned: number; done: number }>> {
  if (runIds.length === 0) return new Map();
  const sums = await db
    .select({
      runId: erasureSteps.runId,
      planned: sql`sum(${erasureSteps.plannedRows})`.mapWith(Number),
      done: sql`sum(${erasureSteps.doneRows})`.mapWith(Number),
    })
    .from(erasureSteps)
    .where(and(inArray(erasureSteps.runId, runIds), inArray(erasureSteps.action, changing)))
    .groupBy(erasureSteps.runId);
  return new Map(sums.map(({ runId, planned, done }) => [runId, { planned, done }]));
}
