"use server";

import { workspaceAction } from "@/lib/action";
import { erasureContext } from "@/lib/erasure-context";
import { exportThenErase } from "@/lib/exports/export-then-erase";
import { ExportThenDelete } from "@/lib/exports/schemas";

/** Exports the workspace and then deletes it, once its slug has been typed back. */
export const exportThenDelete = workspaceAction(
  "erase_workspace",
  ExportThenDelete,
  async ({ userId }, input) => {
    await exportThenErase({ ...erasureContext({ type: "requester" }), userId }, input);
  },
);
