import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { addressDigests } from "../address-digests";
import { assertMay } from "../assert-may";
import type { ErasureContext, Tx } from "../context";
import { countPlan, type Plan, type PlanStep } from "../engine";
import { ErasureError } from "../errors";
import { membersWithoutOtherWorkspace } from "../members-without-other-workspace";
import { partToPurge } from "../part-to-purge";
import { rowsBy } from "../preview-erasure";
import { resolveRun } from "../resolve-run";
import { retainedIn } from "../retained";
import { openSealedRequest } from "../sealed-request";
import { planFor, type RunSubject } from "../subjects";
import type { CasePreview } from "./status";

/**
 * What carrying out a request would do now: the very plans that its run would execute, counted
 * exactly, and what of them legal holds would keep back. Changes nothing.
 *
 * @param candidate whom it is taken to be about, where nobody has decided that yet.
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function previewCase(
  ctx: ErasureContext,
  {
    requestId,
    candidate,
  }: { requestId: string; candidate: { subjectId: string; workspaceId: string | null } | null },
): Promise<CasePreview> {
  assertMay(ctx, "preview_request");
  return await ctx.db.transaction(
    async (tx) => {
      const [request] = await tx
        .select()
        .from(erasureRequests)
        .where(eq(erasureRequests.id, requestId));
      if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
      const content = await openSealedRequest(ctx.vault, requestId, request.sealed);
      const workspaceId = candidate?.workspaceId ?? content.workspaceId;
      const resolved = await resolveRun(
        tx,
        ctx,
        { ...request, subjectId: candidate?.subjectId ?? request.subjectId },
        workspaceId === undefined ? content : { ...content, workspaceId },
      );
      if (resolved.outcome === "refuse") return { outcome: "refuse", reason: resolved.reason };
      if (resolved.outcome !== "ready") return { outcome: resolved.outcome };
      const subjects = await settled(tx, ctx, resolved.subjects);
      return { outcome: "ready", ...(await countAll(tx, ctx, subjects)) };
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}

/** Who would go with a workspace as its members are now. */
async function settled(
  tx: Tx,
  ctx: ErasureContext,
  subjects: readonly RunSubject[],
): Promise<RunSubject[]> {
  const found: RunSubject[] = [];
  for (const subject of subjects) {
    const workspaceId = subjects[0]?.keys.workspaceId;
    if (subject.isSettled || typeof workspaceId !== "string") {
      found.push(subject);
      continue;
    }
    const members = await membersWithoutOtherWorkspace(tx, workspaceId);
    if (members.length === 0) continue;
    const keys = {
      userId: members.map(({ userId }) => userId),
      addressDigests: addressDigests(ctx, members),
    };
    found.push({ ...subject, kind: "account", keys, isSettled: true });
  }
  return found;
}

async function countAll(tx: Tx, ctx: ErasureContext, subjects: readonly RunSubject[]) {
  const earlier: Plan[] = [];
  const all: { step: PlanStep; rows: number }[] = [];
  const free = new Map<string, number>();
  for (const subject of subjects) {
    const plan = planFor(subject);
    const counts = await countPlan(tx, plan, earlier);
    all.push(...plan.steps.map((step, at) => ({ step, rows: counts[at] ?? 0 })));
    const part = await partToPurge({ ...ctx, db: tx }, subject);
    const freeCounts = part.heldBy.length === 0 ? counts : await countPlan(tx, part.plan, earlier);
    const steps = part.heldBy.length === 0 ? plan.steps : part.plan.steps;
    for (const [at, step] of steps.entries()) {
      if (step.action !== "erase") continue;
      free.set(step.category, (free.get(step.category) ?? 0) + (freeCounts[at] ?? 0));
    }
    earlier.push(plan);
  }
  const erased = rowsBy(all, ["erase"]);
  return {
    preview: {
      erased,
      detached: rowsBy(all, ["blank"]),
      retained: retainedIn(all, ctx),
    },
    heldBack: erased
      .map(({ category, rows }) => ({ category, rows: rows - (free.get(category) ?? 0) }))
      .filter(({ rows }) => rows > 0),
  };
}
