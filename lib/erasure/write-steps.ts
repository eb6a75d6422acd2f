import { eq, max } from "drizzle-orm";
import { erasureMap } from "@/db/erasure-map";
import { erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { collectIdentifiers, countPlan } from "./engine";
import { readIdentifiers, sealIdentifiers } from "./run-identifiers";
import { planFor, type RunSubject } from "./subjects";
import { together } from "./together";

/**
 * Writes the steps of a run's settled subjects that have none yet, with exact counts, and keeps the
 * identifiers to look for afterwards, sealed.
 *
 * Rows that two subjects share are counted with the first.
 */
export async function writeSteps(
  tx: Tx,
  ctx: ErasureContext,
  runId: string,
  subjects: readonly RunSubject[],
): Promise<void> {
  const [written] = await tx
    .select({ ordinal: max(erasureSteps.ordinal), subject: max(erasureSteps.subjectIndex) })
    .from(erasureSteps)
    .where(eq(erasureSteps.runId, runId));
  let ordinal = (written?.ordinal ?? -1) + 1;
  const earlier: RunSubject[] = [];
  const identifiers = new Set(await readIdentifiers(tx, ctx, runId));

  for (const [subjectIndex, subject] of subjects.entries()) {
    if (!subject.isSettled || subjectIndex <= (written?.subject ?? -1)) continue;
    const plan = planFor(subject);
    // As one, however many: a condition each would make counting grow with the square of their number.
    const counts = await countPlan(tx, plan, together(earlier).map(planFor));
    earlier.push(subject);
    for (const value of await collectIdentifiers(tx, plan, erasureMap)) identifiers.add(value);
    if (plan.steps.length === 0) continue;
    await tx.insert(erasureSteps).values(
      plan.steps.map((step, at) => ({
        runId,
        ordinal: ordinal++,
        subjectIndex,
        tableName: step.name,
        category: step.category,
        action: step.action,
        plannedRows: counts[at] ?? 0,
      })),
    );
  }
  await tx
    .update(erasureRuns)
    .set({ sealedIdentifiers: await sealIdentifiers(ctx, runId, [...identifiers]) })
    .where(eq(erasureRuns.id, runId));
}
