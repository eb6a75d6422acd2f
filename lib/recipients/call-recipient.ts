import { erasureRecipientCalls as calls } from "@/db/schema";
import { isStopped } from "@/lib/erasure";
import type { CallContext } from "./call-context";
import { type HeldCall, holdCall, isHeldBy } from "./hold-call";
import type { Outcome } from "./outcome";
import { recordOutcome } from "./record-outcome";
import { SealedCall } from "./sealed-call";
import { settleCall } from "./settle-call";

/** Work between two looks at the queue. */
const sliceMilliseconds = 5_000;

/** How long until a row whose run is paused or held is looked at again. */
const stoppedMilliseconds = 60_000;

/**
 * Makes the calls of one row, target after target, and records each as it is answered.
 *
 * A legal hold on what the run erases, or a pause of all purges, stops it between two calls.
 *
 * Safe to repeat: a worker that is killed between a call and its record makes that one call again,
 * and every call may be made twice. One row is one worker's at a time.
 *
 * @returns `again` when there is more to do now; `later` when it has to wait; `settled` when the row
 * has ended or there was nothing to do.
 */
export async function callRecipient(
  ctx: CallContext,
  callId: string,
): Promise<"again" | "later" | "settled"> {
  let held = await holdCall(ctx, callId);
  if (held?.sealed == null) return "settled";
  const content = SealedCall.parse(JSON.parse(await ctx.vault.open(held.sealed, held.id)));
  const yieldAt = performance.now() + sliceMilliseconds;

  while (held !== null) {
    const target: string | undefined = content.targets[held.position];
    if (target === undefined) {
      await settleCall(ctx, held, content);
      return "settled";
    }
    if (performance.now() > yieldAt) {
      await letGo(ctx, held, 0);
      return "again";
    }
    if (await isStopped(ctx, held.runId)) {
      await letGo(ctx, held, stoppedMilliseconds);
      return "later";
    }
    const outcome = await callOne(ctx, held, content, target);
    held = await recordOutcome(ctx, held, outcome);
    if (held?.leaseUntil === null) return "later";
  }
  return "settled";
}

async function letGo({ db, now }: CallContext, held: HeldCall, pause: number): Promise<void> {
  await db
    .update(calls)
    .set({ leaseUntil: null, nextAttemptAt: new Date(now().getTime() + pause) })
    .where(isHeldBy(held));
}

async function callOne(
  { recipients, httpOf }: CallContext,
  { recipient: name, act }: HeldCall,
  { secret }: SealedCall,
  target: string,
): Promise<Outcome> {
  const call = recipients.find((one) => one.name === name)?.acts[act];
  // A row of another release, which may be the one that knows how.
  if (call === undefined) return { kind: "retry", code: "act_unknown", afterSeconds: null };
  return await call(httpOf(name), secret, target);
}
