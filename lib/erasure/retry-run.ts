import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { recordAct } from "./record-act";
import { reopenRun } from "./reopen-run";

/**
 * Tries a run again now: one that failed, from its first step, or one that waits because its last
 * slice threw, from where it stands.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state` when
 * nothing has failed.
 */
export async function retryRun(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<void> {
  await onRequest(ctx, requestId, "retry_request", async (tx, request) => {
    const [run] = await tx
      .select()
      .from(erasureRuns)
      .where(eq(erasureRuns.requestId, requestId))
      .for("update");
    if (run === undefined) throw new ErasureError("wrong_state", "There is no run to retry.");
    if (request.state === "failed") {
      await reopenRun(tx, ctx, request, run.id);
    } else if (run.retryAfter !== null && run.retryAfter > ctx.now()) {
      await tx.update(erasureRuns).set({ retryAfter: null }).where(eq(erasureRuns.id, run.id));
    } else {
      throw new ErasureError("wrong_state", "Nothing has failed.");
    }
    await recordAct(tx, ctx, "retried", { requestId });
    await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
  });
}
