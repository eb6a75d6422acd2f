import { eq } from "drizzle-orm";
import { controllerTasks, erasureRequests } from "@/db/schema";
import { daysAfter } from "../calendar";
import type { ErasureContext, Tx } from "../context";
import { oweMail } from "../owe-mail";
import { refuse } from "../refuse-request";
import type { RequestState } from "../status";
import { transition } from "../transition";
import { keptByErasures } from "./kept-by-erasures";

/**
 * For so long a request that no business was asked about stays open like the others: at once, its end
 * would tell that nobody has any records.
 */
const quietDays = 7;

/** What has been carried out elsewhere goes through the same states, and skips none. */
const wayToTheEnd: readonly RequestState[] = ["scheduled", "purging", "verifying"];

/**
 * Closes a forwarded request when every business has answered: refused where all have refused,
 * completed where none has and nothing is kept, and completed with exceptions in between. Each erasure was verified by
 * the business's own request before its task ended.
 *
 * @returns whether it is closed by this. Does nothing while somebody has not answered.
 */
export async function closeForwarded(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<boolean> {
  const [request] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  if (request?.state !== "in_review" || request.review !== "forwarding") return false;

  const tasks = await tx
    .select({
      state: controllerTasks.state,
      reason: controllerTasks.refusalReason,
      erasureRequestId: controllerTasks.erasureRequestId,
    })
    .from(controllerTasks)
    .where(eq(controllerTasks.requestId, requestId));
  if (tasks.some(({ state }) => state === "open" || state === "erasing")) return false;
  const quietUntil = daysAfter(request.verifiedAt ?? request.receivedAt, quietDays);
  if (tasks.length === 0 && ctx.now() < quietUntil) return false;

  const refusals = tasks.flatMap(({ state, reason }) => (state === "refused" ? [reason] : []));
  const [first] = refusals;
  if (first && refusals.length === tasks.length) {
    await refuse(tx, ctx, request, first);
    return true;
  }
  const retained = await keptByErasures(
    tx,
    tasks.flatMap(({ erasureRequestId }) => erasureRequestId ?? []),
  );
  const isAllGone = refusals.length === 0 && retained.length === 0;
  const end = isAllGone ? "completed" : "completed_with_retentions";
  const outcome = { addressDigest: null, retained, refusalReason: first ?? null };
  let state: RequestState = request.state;
  for (const next of [...wayToTheEnd, end] as const) {
    await transition(tx, ctx, { id: requestId, state }, next, outcome);
    state = next;
  }
  await oweMail(tx, ctx, requestId, "completed");
  return true;
}
