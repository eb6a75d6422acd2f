"use server";

import { workspaceAction } from "@/lib/action";
import { chosenContacts } from "@/lib/contacts/chosen-contacts";
import { ChosenContacts } from "@/lib/contacts/schemas";
import { env } from "@/lib/env";
import { previewContactsErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { policyProfile } from "@/lib/policy/policy-profile";
import { previewInWords } from "../../preview-in-words";

/** Counts what deleting chosen contacts would take and leave, as of now. Changes nothing. */
export const previewContactsDeletion = workspaceAction(
  "read_workspace",
  ChosenContacts,
  async ({ userId, role, workspaceId }, { choice }) => {
    const ctx = erasureContext({ type: role, userId });
    const chosen = await chosenContacts(ctx.db, workspaceId, choice);
    const { contacts, isProjected, erased, retained } = await previewContactsErasure(ctx, {
      workspaceId,
      chosen,
    });
    const profile = policyProfile(env().POLICY_PROFILE);
    const words = previewInWords({ erased, retained, detached: [] }, profile);
    return { contacts, isProjected, erased: words.erased, retained: words.retained };
  },
);
