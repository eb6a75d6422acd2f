import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { addressDigests } from "./address-digests";
import type { ErasureContext } from "./context";
import { countPlan, type Plan, type PlanStep } from "./engine";
import { membersWithoutOtherWorkspace } from "./members-without-other-workspace";
import { retainedIn } from "./retained";
import type { ErasurePreview } from "./status";
import { accountSubject, planFor, workspaceSubject } from "./subjects";

type Previewed = { kind: "workspace"; workspaceId: string } | { kind: "account"; userId: string };

/**
 * What erasing a workspace or an account would do now: exact rows by category, and what would be kept.
 *
 * A dry run of the very plans that the purge executes; it changes nothing. Authorising the reader is
 * the caller's.
 */
export async function previewErasure(
  ctx: ErasureContext,
  subject: Previewed,
): Promise<ErasurePreview> {
  const plans =
    subject.kind === "workspace"
      ? await plansForWorkspace(ctx, subject.workspaceId)
      : await plansForAccount(ctx, subject.userId);
  const steps: CountedStep[] = [];
  for (const [at, plan] of plans.entries()) {
    const counts = await countPlan(ctx.db, plan, plans.slice(0, at));
    steps.push(...plan.steps.map((step, index) => ({ step, rows: counts[index] ?? 0 })));
  }
  return {
    erased: rowsBy(steps, ["erase"]),
    detached: rowsBy(steps, ["blank"]),
    retained: retainedIn(steps, ctx),
  };
}

export type CountedStep = { step: PlanStep; rows: number };

async function plansForWorkspace(ctx: ErasureContext, workspaceId: string): Promise<Plan[]> {
  const members = ctx.rules.erasesMembersWithoutWorkspace
    ? await membersWithoutOtherWorkspace(ctx.db, workspaceId)
    : [];
  const workspace = planFor(workspaceSubject(workspaceId));
  if (members.length === 0) return [workspace];
  const digests = addressDigests(ctx, members);
  const ids = members.map(({ userId }) => userId);
  return [workspace, planFor(accountSubject(ids, digests))];
}

async function plansForAccount(ctx: ErasureContext, userId: string): Promise<Plan[]> {
  const people = await ctx.db
    .select({ email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  return [planFor(accountSubject(userId, addressDigests(ctx, people)))];
}

/** The rows of a plan's steps that do one of these things, by category. */
export function rowsBy(
  steps: readonly CountedStep[],
  actions: readonly PlanStep["action"][],
): ErasurePreview["erased"] {
  const counted = new Map<string, number>();
  for (const { step, rows } of steps) {
    if (!actions.includes(step.action)) continue;
    counted.set(step.category, (counted.get(step.category) ?? 0) + rows);
  }
  return [...counted]
    .filter(([, rows]) => rows > 0)
    .map(([category, rows]) => ({ category, rows }));
}
