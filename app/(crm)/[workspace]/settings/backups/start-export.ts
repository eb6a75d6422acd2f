"use server";

import { StartExport } from "@/lib/exports/schemas";
import { startExport as start } from "@/lib/exports/start-export";
import { fieldsOf, isTicked } from "@/lib/posted/fields-of";
import { teamAction } from "@/lib/team-action";
import { exportContext } from "./export-context";

/** Starts an export of the workspace, or of one of its contacts. */
export const startExport = teamAction(
  StartExport,
  async ({ id: userId }, input) => {
    await start(exportContext(userId), input);
  },
  { fields: (form) => ({ ...fieldsOf(form), includesMedia: isTicked(form, "includesMedia") }) },
);
