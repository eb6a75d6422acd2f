"use server";

import { workspaceAction } from "@/lib/action";
import { erasureContext } from "@/lib/erasure-context";
import { exportThenErase } from "@/lib/exports/export-then-erase";
import { ExportThenDelete } from "@/lib/exports/schemas";
import { isTicked } from "@/lib/posted/fields-of";
import { deletionFields } from "./deletion-fields";

/** Exports the workspace and then deletes it, once its slug has been typed back. */
export const exportThenDelete = workspaceAction(
  "erase_workspace",
  ExportThenDelete,
  async ({ userId }, input) => {
    await exportThenErase({ ...erasureContext({ type: "requester" }), userId }, input);
    return { slug: input.confirmSlug };
  },
  {
    fields: (form) => ({
      ...deletionFields(form),
      includesMedia: isTicked(form, "includesMedia"),
    }),
    next: ({ slug }) => `/${slug}/settings/backups`,
  },
);
