"use server";

import { inviteMember as invite } from "@/lib/team/invite-member";
import { InviteMember } from "@/lib/team/schemas";
import { teamAction } from "@/lib/team-action";
import { teamContext } from "./team-context";

/** Invites an address to the workspace's team. */
export const inviteMember = teamAction(InviteMember, async ({ id: userId }, input) => {
  await invite(teamContext(userId), input);
});
