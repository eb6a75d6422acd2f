import type { TeamRefusal } from "@/lib/team/errors";

/** Why something about a team was not done, said to the person who tried. */
export const teamRefusalMessages = {
  not_authorised:
    "Only owners and admins may do this. Your role may have changed: reload the page.",
  owners_only: "Only owners may change owners, or make somebody one.",
  last_owner: "A workspace needs an owner. Make somebody else one first.",
  not_found: "They are no longer here. Reload the page.",
  already_member: "This person is on the team already.",
  too_many_invitations:
    "Too many invitations are open, or went to this address just now. Try again later.",
  invitation_closed: "This invitation was withdrawn, was used, or is too old. Ask for a new one.",
  wrong_account: "This invitation is for another address than the one you are signed in with.",
  account_exists: "There is an account with this address. Sign in to accept.",
  workspace_closed: "This workspace is being deleted.",
  already_exporting: "An export is under way already. Wait for it, or cancel it first.",
  contact_closed: "This contact is being deleted.",
  invalid_input: "Something in the form is not right. Check it and try again.",
} as const satisfies Record<TeamRefusal, string>;
