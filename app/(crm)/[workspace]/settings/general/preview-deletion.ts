"use server";

import { z } from "zod";
import { workspaceAdminAction } from "@/lib/action";
import { previewErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { previewInWords } from "./preview-in-words";

/** Counts what deleting the workspace would take and leave, as of now. Changes nothing. */
export const previewDeletion = workspaceAdminAction(
  z.object({ workspaceId: z.uuid() }),
  async ({ userId, role, workspaceId }) => {
    const ctx = erasureContext({ type: role, userId });
    return previewInWords(await previewErasure(ctx, { kind: "workspace", workspaceId }));
  },
);
