import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import type { Tx } from "./context";
import type { ReadyRun } from "./resolved-run";

/** Serialises the starts of runs on one subject or workspace; any number that nobody else uses. */
const startLocks = 4_738_203;

/**
 * Whether another request's run has the subject, or anything else of its workspace.
 *
 * One run at a time has a workspace, so that every row is counted by the run that planned it; a
 * second request waits, and then finds what is left. A run that failed only keeps its own subject.
 * Until the caller's transaction ends, nobody else is answered about the same one.
 */
export async function isTakenByAnother(
  tx: Tx,
  requestId: string,
  { subjectId, workspaceId }: ReadyRun,
): Promise<boolean> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${workspaceId ?? subjectId}, ${startLocks}))`,
  );
  const isOfSubject = and(
    eq(erasureRequests.subjectId, subjectId),
    inArray(erasureRuns.state, ["purging", "verifying", "failed"]),
  );
  const isOfWorkspace = and(
    inArray(erasureRuns.state, ["purging", "verifying"]),
    sql`${erasureRuns.subjects} @> ${JSON.stringify([{ keys: { workspaceId } }])}::jsonb`,
  );
  const others = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .innerJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        ne(erasureRequests.id, requestId),
        workspaceId === null ? isOfSubject : or(isOfSubject, isOfWorkspace),
      ),
    )
    .limit(1);
  return others.length > 0;
}
