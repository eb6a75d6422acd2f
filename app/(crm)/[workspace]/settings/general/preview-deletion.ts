"use server";

import { z } from "zod";
import { workspaceAction } from "@/lib/action";
import { env } from "@/lib/env";
import { previewErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { policyProfile } from "@/lib/policy/policy-profile";
import { previewInWords } from "../../../preview-in-words";

/** Counts what deleting the workspace would take and leave, as of now. Changes nothing. */
export const previewDeletion = workspaceAction(
  "preview_workspace_erasure",
  z.object({ workspaceId: z.uuid() }),
  async ({ userId, role, workspaceId }) => {
    const ctx = erasureContext({ type: role, userId });
    const preview = await previewErasure(ctx, { kind: "workspace", workspaceId });
    return previewInWords(preview, policyProfile(env().POLICY_PROFILE));
  },
);
