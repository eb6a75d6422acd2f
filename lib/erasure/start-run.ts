import { eq } from "drizzle-orm";
import { erasureMap } from "@/db/erasure-map";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { collectIdentifiers, countPlan, type Plan, type Subject } from "./engine";
import { refuse } from "./refuse-request";
import { resolveRun } from "./resolve-run";
import { openSealedRequest } from "./sealed-request";
import type { SubjectKind } from "./status";
import { planFor } from "./subjects";
import { transition } from "./transition";

/**
 * Starts the purge of a scheduled request: the one guarded way in, for people and for jobs.
 *
 * Under a lock on the request it checks again that the state allows it, that the grace period is
 * over and that no legal hold stands; then it freezes the subject, counts the plan exactly and
 * writes the run. What cannot start ends as on hold, in review or refused. Repeatable.
 *
 * @returns whether there is now a run to advance.
 */
export async function startRun(ctx: ErasureContext, requestId: string): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId))
      .for("update");
    if (request === undefined) return false;
    if (request.state !== "scheduled") return request.state === "purging";
    if (request.purgeAfter !== null && request.purgeAfter > ctx.now()) return false;

    const content = await openSealedRequest(ctx.vault, request.id, request.sealed);
    const resolved = await resolveRun(tx, ctx, request, content);
    if (resolved.outcome === "refuse") {
      await refuse(tx, ctx, request, resolved.reason);
      return false;
    }
    if (resolved.outcome === "review") {
      await transition(tx, ctx, request, "in_review");
      return false;
    }
    if (await hasActiveHold(tx, resolved.subjects.map(holdableSubject), ctx.now())) {
      await transition(tx, ctx, request, "on_hold");
      return false;
    }
    await writeRun(tx, ctx, request.id, resolved.subjects);
    await transition(tx, ctx, request, "purging");
    return true;
  });
}

/** A Meta user's link belongs to an account, so a hold on the account covers it. */
export function holdableSubject(subject: Subject): { kind: SubjectKind; id: string } {
  return subject.kind === "workspace"
    ? { kind: "workspace", id: subject.keys.workspaceId ?? "" }
    : { kind: "account", id: subject.keys.userId ?? "" };
}

async function writeRun(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  subjects: readonly Subject[],
): Promise<void> {
  const runId = newId();
  const identifiers = new Set<string>();
  const earlier: Plan[] = [];
  let ordinal = 0;
  for (const [subjectIndex, subject] of subjects.entries()) {
    const plan = planFor(subject);
    const counts = await countPlan(tx, plan, earlier);
    earlier.push(plan);
    for (const value of await collectIdentifiers(tx, plan, erasureMap)) identifiers.add(value);
    if (plan.steps.length === 0) continue;
    await tx.insert(erasureSteps).values(
      plan.steps.map((step, at) => ({
        runId,
        ordinal: ordinal++,
        subjectIndex,
        tableName: step.table.name,
        category: step.category,
        action: step.action,
        plannedRows: counts[at] ?? 0,
      })),
    );
  }
  await tx.insert(erasureRuns).values({
    id: runId,
    requestId,
    subjects,
    sealedIdentifiers: await ctx.vault.seal(JSON.stringify([...identifiers]), runId),
    startedAt: ctx.now(),
  });
}
