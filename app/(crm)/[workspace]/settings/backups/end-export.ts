"use server";

import { endExport as end } from "@/lib/exports/end-export";
import { OnExport } from "@/lib/exports/schemas";
import { teamAction } from "@/lib/team-action";
import { exportContext } from "./export-context";

/** Cancels an export under way, or deletes one that is over. */
export const endExport = teamAction(OnExport, async ({ id: userId }, input) => {
  await end(exportContext(userId), input);
});
