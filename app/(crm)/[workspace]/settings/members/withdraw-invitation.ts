"use server";

import { OnInvitation } from "@/lib/team/schemas";
import { withdrawInvitation as withdraw } from "@/lib/team/withdraw-invitation";
import { teamAction } from "@/lib/team-action";
import { teamContext } from "./team-context";

/** Takes an invitation to the workspace back. */
export const withdrawInvitation = teamAction(OnInvitation, async ({ id: userId }, input) => {
  await withdraw(teamContext(userId), input);
});
