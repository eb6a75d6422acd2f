import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext } from "./context";
import { isPaused } from "./is-paused";
import { RunSubjects } from "./subjects";

/** Whether a run may do nothing for now outside the database either: purges are paused, or it is held. */
export async function isStopped(
  { db, now }: Pick<ErasureContext, "db" | "now">,
  runId: string,
): Promise<boolean> {
  if (await isPaused(db)) return true;
  const [run] = await db
    .select({ subjects: erasureRuns.subjects })
    .from(erasureRuns)
    .where(eq(erasureRuns.id, runId));
  const subjects = RunSubjects.parse(run?.subjects ?? []);
  return await hasActiveHold(
    db,
    subjects.flatMap(({ heldBy }) => heldBy),
    now(),
  );
}
