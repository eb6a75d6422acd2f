import { and, asc, eq, inArray } from "drizzle-orm";
import { erasureGroups, erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext } from "./context";
import { heldContacts } from "./held-contacts";
import { progressByCategory } from "./progress-by-category";
import type { CategoryProgress, ContactsErasureStatus, RequestState, SparedReason } from "./status";
import { closedStates } from "./transition";

/**
 * How far the erasure of contacts chosen together is.
 *
 * @returns null for a choice that nobody made in this workspace.
 */
export async function readContactsErasure(
  ctx: ErasureContext,
  { workspaceId, selectionId }: { workspaceId: string; selectionId: string },
): Promise<ContactsErasureStatus | null> {
  const parts = await ctx.db
    .select({ group: erasureGroups, request: erasureRequests })
    .from(erasureGroups)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureGroups.requestId))
    .where(
      and(
        eq(erasureGroups.selectionId, selectionId),
        eq(erasureGroups.workspaceDigest, ctx.vault.digest("workspace", workspaceId)),
      ),
    )
    .orderBy(asc(erasureRequests.id));
  const [first] = parts;
  if (first === undefined) return null;

  const steps = await readSteps(
    ctx,
    parts.map(({ request }) => request.id),
  );
  const sum = (of: (part: (typeof parts)[number]) => number | null) =>
    parts.reduce((total, part) => total + (of(part) ?? 0), 0);
  const closings = parts.map(({ request }) => request.closedAt);
  const erased = steps
    .filter(({ table }) => table === "contacts")
    .reduce((total, { done }) => total + done, 0);
  const [contacts, gone, elsewhere] = [
    sum(({ group }) => group.contacts),
    sum(({ group }) => group.gone),
    sum(({ group }) => group.elsewhere),
  ];
  return {
    state: stateOf(parts.map(({ request }) => request.state)),
    contacts,
    erased: Math.min(erased, contacts - gone - elsewhere),
    gone,
    elsewhere,
    held: await heldContacts(
      ctx.db,
      workspaceId,
      parts.filter(({ request }) => request.state === "on_hold").map(({ request }) => request.id),
    ),
    spared: sparedIn(parts),
    purgeAfter: first.request.purgeAfter,
    chosenAt: first.group.chosenAt,
    endedAt: closings.includes(null) ? null : latest(closings),
    progress: progressByCategory(steps),
    confirmationCodes: parts.map(({ request }) => request.confirmationCode),
  };
}

type Part = {
  group: typeof erasureGroups.$inferSelect;
  request: typeof erasureRequests.$inferSelect;
};

function sparedIn(parts: readonly Part[]): ContactsErasureStatus["spared"] {
  const spared = parts.flatMap(({ group, request }) => {
    const reason = whySpared(request);
    return reason === null ? [] : [{ reason, contacts: group.contacts }];
  });
  return [...Map.groupBy(spared, ({ reason }) => reason)].map(([reason, some]) => ({
    reason,
    contacts: some.reduce((total, { contacts }) => total + contacts, 0),
  }));
}

function whySpared({ state, refusalReason }: Part["request"]): SparedReason | null {
  if (state === "refused") return refusalReason;
  return state === "cancelled" || state === "expired" ? state : null;
}

type Step = CategoryProgress & { table: string };

async function readSteps(ctx: ErasureContext, requestIds: string[]): Promise<Step[]> {
  return await ctx.db
    .select({
      category: erasureSteps.category,
      table: erasureSteps.tableName,
      planned: erasureSteps.plannedRows,
      done: erasureSteps.doneRows,
    })
    .from(erasureSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, erasureSteps.runId))
    .where(and(inArray(erasureRuns.requestId, requestIds), eq(erasureSteps.action, "erase")))
    .orderBy(asc(erasureSteps.runId), asc(erasureSteps.ordinal));
}

/** What is most in need of attention says how the whole stands. */
function stateOf(states: readonly RequestState[]): ContactsErasureStatus["state"] {
  if (states.includes("on_hold")) return "on_hold";
  if (states.includes("failed")) return "failed";
  if (states.every((state) => closedStates.includes(state))) return "ended";
  return states.every((state) => state === "scheduled") ? "scheduled" : "running";
}

function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((last, time) => (last === null || (time ?? last) > last ? time : last), null);
}
