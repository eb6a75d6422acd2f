"use server";

import { workspaceAction } from "@/lib/action";
import { FollowedDeletion } from "@/lib/contacts/schemas";
import { readContactsErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";

/** How far a deletion of this workspace's contacts is. Changes nothing. */
export const followDeletion = workspaceAction(
  "read_workspace",
  FollowedDeletion,
  async ({ userId, role, workspaceId }, { selectionId }) =>
    await readContactsErasure(erasureContext({ type: role, userId }), { workspaceId, selectionId }),
);
