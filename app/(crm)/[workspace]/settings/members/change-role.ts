"use server";

import { changeRole as change } from "@/lib/team/change-role";
import { ChangeRole } from "@/lib/team/schemas";
import { teamAction } from "@/lib/team-action";
import { teamContext } from "./team-context";

/** Gives a member of the workspace another role. */
export const changeRole = teamAction(ChangeRole, async ({ id: userId }, input) => {
  await change(teamContext(userId), input);
});
