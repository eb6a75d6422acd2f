"use server";

import { leaveWorkspace as leave } from "@/lib/team/leave-workspace";
import { OnWorkspace } from "@/lib/team/schemas";
import { teamAction } from "@/lib/team-action";
import { teamContext } from "../[workspace]/settings/members/team-context";

/** Takes whoever is signed in off a workspace's team. */
export const leaveWorkspace = teamAction(OnWorkspace, async ({ id: userId }, { workspaceId }) => {
  await leave(teamContext(userId), { workspaceId });
});
