"use server";

import { removeMember as remove } from "@/lib/team/remove-member";
import { OnMember } from "@/lib/team/schemas";
import { teamAction } from "@/lib/team-action";
import { teamContext } from "./team-context";

/** Takes a member off the workspace's team. */
export const removeMember = teamAction(OnMember, async ({ id: userId }, input) => {
  await remove(teamContext(userId), input);
});
