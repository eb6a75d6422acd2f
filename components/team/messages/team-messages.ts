import type { Role } from "@/lib/team/schemas";

/** Copy of the page on which a team is looked after. */
export const teamMessages = {
  title: "Members",
  lead: "Who works in this workspace, and what they may do.",
  roles: {
    owner: "Owner",
    admin: "Admin",
    agent: "Agent",
  } satisfies Record<Role, string>,
  roleHints: "Owners may do everything. Admins may do everything but change owners. Agents answer.",
  team: {
    title: "Team",
    you: "You",
    since: "Since",
    roleOf: "Role of {name}",
    changed: "{name} is now: {role}.",
    change: "Change",
    changeLabel: "Change the role of {name}",
    remove: "Remove",
    removeLabel: "Remove {name}",
    removed: "{name} is removed, and sees nothing of this workspace any more.",
    leave: "To leave, open your account.",
    leaveLink: "Your account",
  },
  removal: {
    title: "Remove {name}?",
    description: "They lose access at once. Their account stays, and so does what they wrote here.",
    tokens: "API tokens they made here stop working, and invitations they sent are withdrawn.",
    confirm: "Remove",
    cancel: "Cancel",
  },
  invitations: {
    title: "Invitations",
    none: "Nobody is invited at the moment.",
    until: "Valid until",
    expired: "Ran out on",
    queued: "The mail is on its way.",
    failed: "The mail could not be delivered.",
    withdraw: "Withdraw",
    withdrawLabel: "Withdraw the invitation of {email}",
    withdrawn: "The invitation of {email} is withdrawn.",
  },
  invite: {
    title: "Invite somebody",
    email: "E-mail address",
    role: "Role",
    button: "Send invitation",
    sent: "We are sending an invitation to {email}.",
  },
} as const;
