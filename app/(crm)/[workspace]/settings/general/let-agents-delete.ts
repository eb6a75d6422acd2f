"use server";

import { workspaceAction } from "@/lib/action";
import { AgentsDeletion } from "@/lib/contacts/schemas";
import { letAgentsDelete as letThem } from "@/lib/crm/let-agents-delete";
import { erasureContext } from "@/lib/erasure-context";
import { fieldsOf, isTicked } from "@/lib/posted/fields-of";

/** Lets the workspace's agents delete contacts, or no longer. */
export const letAgentsDelete = workspaceAction(
  "let_agents_erase",
  AgentsDeletion,
  async ({ userId, role, workspaceId }, { isAllowed }) => {
    await letThem(erasureContext({ type: role, userId }), { workspaceId, isAllowed });
  },
  { fields: (form) => ({ ...fieldsOf(form), isAllowed: isTicked(form, "isAllowed") }) },
);
