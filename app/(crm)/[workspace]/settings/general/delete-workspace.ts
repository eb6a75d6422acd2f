"use server";

import { workspaceAction } from "@/lib/action";
import { scheduleWorkspaceErasure } from "@/lib/erasure";
import { DeleteWorkspace } from "@/lib/erasure/schemas";
import { erasureContext } from "@/lib/erasure-context";
import { deletionFields } from "./deletion-fields";

/** Schedules the workspace for erasure once its slug has been typed back. */
export const deleteWorkspace = workspaceAction(
  "erase_workspace",
  DeleteWorkspace,
  async ({ userId, role, workspaceId }, { confirmSlug, choices }) => {
    const ctx = erasureContext({ type: role, userId });
    return await scheduleWorkspaceErasure(ctx, { workspaceId, confirmSlug, choices });
  },
  {
    fields: deletionFields,
    next: ({ confirmationCode }) => `/data-deletion/status/${confirmationCode}`,
  },
);
