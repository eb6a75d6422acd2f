import { addDays } from "date-fns";
import { and, eq, isNull } from "drizzle-orm";
import { erasureRecipientCalls as calls, erasureRuns } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import { recipientsKeptDays } from "@/lib/erasure/schemas";
import { log } from "@/lib/log";
import type { CallContext } from "./call-context";
import { type HeldCall, isHeldBy } from "./hold-call";
import { readyCalls } from "./ready-calls";
import { Positions } from "./record-outcome";
import type { SealedCall } from "./sealed-call";

/** Enough to keep every worker busy; the sweep finds the rest. */
const enqueuedAtOnce = 20;

/**
 * Ends a row all of whose targets have been dealt with: what it needed is destroyed, but for what
 * failed; what waited for it is enqueued, and the run when it waits for nothing more.
 */
export async function settleCall(
  ctx: CallContext,
  held: HeldCall,
  content: SealedCall,
): Promise<void> {
  const failed = Positions.parse(held.failedPositions) ?? [];
  const targets = failed.flatMap((at) => content.targets[at] ?? []);
  const sealed =
    targets.length === 0
      ? null
      : await ctx.vault.seal(JSON.stringify({ ...content, targets } satisfies SealedCall), held.id);
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const settled = await tx
      .update(calls)
      .set({
        state: targets.length === 0 ? "done" : "failed",
        sealed,
        failedPositions: null,
        leaseUntil: null,
        settledAt: now,
        // From its first end on: to be told again prolongs nothing.
        keptUntil: sealed === null ? null : (held.keptUntil ?? addDays(now, recipientsKeptDays)),
        ...(targets.length === 0 ? { code: null } : {}),
      })
      .where(isHeldBy(held))
      .returning({ id: calls.id });
    if (settled.length === 0) return;
    await enqueueNext(tx, ctx, held);
  });
  if (targets.length > 0) {
    const { recipient, act, code } = held;
    log.error("A recipient could not be told; people have to look at it.", {
      requestId: held.requestId,
      recipient,
      act,
      count: targets.length,
      ...(code === null ? {} : { code }),
    });
  }
}

async function enqueueNext(tx: Tx, ctx: CallContext, { groupId, runId, requestId }: HeldCall) {
  const next = await readyCalls(tx, ctx.now(), eq(calls.groupId, groupId), enqueuedAtOnce);
  for (const callId of next) {
    await ctx.jobs.enqueue(tx, { queue: "call-recipient", data: { callId } });
  }
  if (next.length > 0) return;
  const [open] = await tx
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.runId, runId), eq(calls.state, "pending")))
    .limit(1);
  if (open !== undefined) return;
  await tx
    .update(erasureRuns)
    .set({ retryAfter: null })
    .where(and(eq(erasureRuns.id, runId), isNull(erasureRuns.leaseUntil)));
  await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
}
