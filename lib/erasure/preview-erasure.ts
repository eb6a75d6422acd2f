import type { ErasureContext } from "./context";
import { countPlan } from "./engine";
import { membersWithoutOtherWorkspace } from "./members-without-other-workspace";
import { retainedIn } from "./retained";
import type { ErasurePreview } from "./status";
import { accountSubject, planFor, workspaceSubject } from "./subjects";

/**
 * What erasing a workspace would do now: exact rows by category, and what would be kept.
 *
 * A dry run of the very plan that the purge executes; it changes nothing. Authorising the reader is
 * the caller's.
 */
export async function previewErasure(
  ctx: ErasureContext,
  { workspaceId }: { kind: "workspace"; workspaceId: string },
): Promise<ErasurePreview> {
  const members = ctx.rules.erasesMembersWithoutWorkspace
    ? await membersWithoutOtherWorkspace(ctx.db, workspaceId)
    : [];
  const erased = new Map<string, number>();
  const plan = planFor(workspaceSubject(workspaceId));
  const counts = await countPlan(ctx.db, plan);
  add(erased, plan.steps, counts);
  const earlier = [plan];
  for (const userId of members) {
    const account = planFor(accountSubject(userId));
    add(erased, account.steps, await countPlan(ctx.db, account, earlier));
    earlier.push(account);
  }
  return {
    erased: [...erased].map(([category, rows]) => ({ category, rows })),
    retained: retainedIn(plan, counts, ctx),
  };
}

function add(
  erased: Map<string, number>,
  steps: ReturnType<typeof planFor>["steps"],
  counts: readonly number[],
): void {
  for (const [ordinal, step] of steps.entries()) {
    if (step.action !== "erase") continue;
    erased.set(step.category, (erased.get(step.category) ?? 0) + (counts[ordinal] ?? 0));
  }
}
