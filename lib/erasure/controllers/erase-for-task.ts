import { and, eq } from "drizzle-orm";
import { contacts, controllerTasks, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "../context";
import { scheduleContactErasure } from "../schedule-contact-erasure";
import { closeForwarded } from "./close-forwarded";
import { onTask } from "./on-task";
import type { EraseForTask } from "./schemas";

/**
 * Has the contact erased for whom a customer's request was forwarded, as the business would itself.
 *
 * A contact that is gone already is as good as erased. The task ends with the erasure.
 *
 * @throws ErasureError `not_authorised` for anybody but the business's owners and admins,
 * `not_found`, `wrong_state`.
 */
export async function eraseForTask(ctx: ErasureContext, input: EraseForTask): Promise<void> {
  await onTask(ctx, input, async (tx, { id, requestId, controllerId, customerId }) => {
    const now = ctx.now();
    const contact =
      customerId === null ? null : { workspaceId: controllerId, contactId: customerId };
    const isThere =
      contact !== null &&
      (
        await tx
          .select({ id: contacts.id })
          .from(contacts)
          .where(
            and(eq(contacts.workspaceId, contact.workspaceId), eq(contacts.id, contact.contactId)),
          )
      ).length > 0;
    if (!isThere) {
      await tx
        .update(controllerTasks)
        .set({ state: "erased", customerId: null, answeredAt: now, endedAt: now })
        .where(eq(controllerTasks.id, id));
      await closeForwarded(tx, ctx, requestId);
      return;
    }
    const { confirmationCode } = await scheduleContactErasure({ ...ctx, db: tx }, contact);
    const [scheduled] = await tx
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(eq(erasureRequests.confirmationCode, confirmationCode));
    await tx
      .update(controllerTasks)
      .set({ state: "erasing", erasureRequestId: scheduled?.id ?? null, answeredAt: now })
      .where(eq(controllerTasks.id, id));
  });
}
