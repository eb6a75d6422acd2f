import { and, eq, gte } from "drizzle-orm";
import { erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext } from "./context";
import { type VacuumHint, vacuumHints } from "./engine";

/** What a smaller purge leaves behind is part of a table's everyday life. */
const manyRows = 10_000;

/**
 * The tables that want a `VACUUM` after a request's purge: those that it has taken many rows from and
 * in which many are dead now. None until the run is done.
 */
export async function tablesToVacuum(
  { db }: Pick<ErasureContext, "db">,
  requestId: string,
): Promise<VacuumHint[]> {
  const steps = await db
    .selectDistinct({ table: erasureSteps.tableName })
    .from(erasureSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, erasureSteps.runId))
    .where(
      and(
        eq(erasureRuns.requestId, requestId),
        eq(erasureRuns.state, "done"),
        gte(erasureSteps.doneRows, manyRows),
      ),
    );
  return await vacuumHints(
    db,
    steps.map(({ table }) => table),
  );
}
