import { eq } from "drizzle-orm";
import { controllerTasks } from "@/db/schema";
import type { ErasureContext } from "../context";
import { closeForwarded } from "./close-forwarded";
import { onTask } from "./on-task";
import type { RefuseTask } from "./schemas";

/**
 * Refuses a customer's request in the name of the business, for a typed reason that the customer is
 * told when everybody has answered (GDPR 12(4)); of whom it comes they are not told.
 *
 * @throws ErasureError `not_authorised` for anybody but the business's owners and admins,
 * `not_found`, `wrong_state`.
 */
export async function refuseTask(ctx: ErasureContext, input: RefuseTask): Promise<void> {
  await onTask(ctx, input, async (tx, { id, requestId }) => {
    const now = ctx.now();
    await tx
      .update(controllerTasks)
      .set({
        state: "refused",
        refusalReason: input.reason,
        customerId: null,
        answeredAt: now,
        endedAt: now,
      })
      .where(eq(controllerTasks.id, id));
    await closeForwarded(tx, ctx, requestId);
  });
}
