import { and, asc, eq, gt, inArray, sql, sum } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext } from "./context";
import type { RequestState } from "./status";

/** A run that has begun and has not ended. The code leads to states and counts, and to nobody. */
export type RunUnderWay = {
  confirmationCode: string;
  state: RequestState;
  dueAt: Date;
  plannedRows: number;
  doneRows: number;
  /** Whether a worker has it at this moment. */
  isHeld: boolean;
};

/** What is being purged or verified, or waits for its turn, oldest deadline first. */
export async function runsUnderWay({
  db,
  now,
}: Pick<ErasureContext, "db" | "now">): Promise<RunUnderWay[]> {
  return await db
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      state: erasureRequests.state,
      dueAt: erasureRequests.dueAt,
      plannedRows: sql`coalesce(${sum(erasureSteps.plannedRows)}, 0)`.mapWith(Number),
      doneRows: sql`coalesce(${sum(erasureSteps.doneRows)}, 0)`.mapWith(Number),
      isHeld: sql`coalesce(${gt(erasureRuns.leaseUntil, now())}, false)`.mapWith(Boolean),
    })
    .from(erasureRuns)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureRuns.requestId))
    .leftJoin(
      erasureSteps,
      and(eq(erasureSteps.runId, erasureRuns.id), inArray(erasureSteps.action, changing)),
    )
    .where(inArray(erasureRequests.state, ["purging", "verifying"]))
    .groupBy(erasureRuns.id, erasureRequests.id)
    .orderBy(asc(erasureRequests.dueAt), asc(erasureRequests.id));
}

const changing: (typeof erasureSteps.$inferSelect)["action"][] = ["erase", "detach", "blank"];
