import type { ErasureContext } from "./context";
import { countPlan, type PlanStep } from "./engine";
import { membersWithoutOtherWorkspace } from "./members-without-other-workspace";
import { retainedIn } from "./retained";
import type { ErasurePreview } from "./status";
import { accountSubject, planFor, workspaceSubject } from "./subjects";

/**
 * What erasing a workspace would do now: exact rows by category, and what would be kept.
 *
 * A dry run of the very plans that the purge executes; it changes nothing. Authorising the reader is
 * the caller's.
 */
export async function previewErasure(
  ctx: ErasureContext,
  { workspaceId }: { kind: "workspace"; workspaceId: string },
): Promise<ErasurePreview> {
  const members = ctx.rules.erasesMembersWithoutWorkspace
    ? await membersWithoutOtherWorkspace(ctx.db, workspaceId)
    : [];
  const workspace = planFor(workspaceSubject(workspaceId));
  const accounts = planFor(accountSubject(members));
  const counts = [
    ...(await countPlan(ctx.db, workspace)),
    ...(members.length === 0 ? [] : await countPlan(ctx.db, accounts, [workspace])),
  ];
  const steps = [...workspace.steps, ...accounts.steps].map((step, at) => ({
    step,
    rows: counts[at] ?? 0,
  }));
  return { erased: erasedIn(steps), retained: retainedIn(steps, ctx) };
}

function erasedIn(steps: readonly { step: PlanStep; rows: number }[]): ErasurePreview["erased"] {
  const erased = new Map<string, number>();
  for (const { step, rows } of steps) {
    if (step.action !== "erase") continue;
    erased.set(step.category, (erased.get(step.category) ?? 0) + rows);
  }
  return [...erased].filter(([, rows]) => rows > 0).map(([category, rows]) => ({ category, rows }));
}
