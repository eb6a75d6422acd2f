"use server";

import { workspaceAction } from "@/lib/action";
import { chosenContacts } from "@/lib/contacts/chosen-contacts";
import { DeleteContacts } from "@/lib/contacts/schemas";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { scheduleContactsErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";

/**
 * Schedules chosen contacts for erasure, once their number has been confirmed.
 *
 * Whether this member may is asked by the domain, in the transaction that schedules it.
 */
export const deleteContacts = workspaceAction(
  "erase_contact",
  DeleteContacts,
  async ({ userId, role, workspaceId }, { choice, confirmCount }) => {
    const ctx = erasureContext({ type: role, userId });
    const chosen = await chosenContacts(ctx.db, workspaceId, choice);
    const scheduled = await scheduleContactsErasure(ctx, {
      workspaceId,
      chosen,
      expected: confirmCount,
    });
    return { selectionId: scheduled.selectionId };
  },
  {
    // The page of one contact posts it, which says what goes with it.
    fields: (form) => ({
      workspaceId: form.get("workspaceId"),
      choice: { ids: [form.get("contactId")] },
      confirmCount: 1,
    }),
    next: ({ selectionId }, form) =>
      safeNextPath(`${form.get("afterwards")}?deletion=${selectionId}`),
  },
);
