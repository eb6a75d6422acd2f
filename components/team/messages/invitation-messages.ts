/** Copy of the page to which an invitation's mail leads. */
export const invitationMessages = {
  title: "Invitation",
  skipLabel: "Skip to the invitation",
  footer: "Somebody invited you. Nothing happens unless you accept.",
  heading: "Join {name}",
  lead: "You are invited to its team, as {role}.",
  roles: { owner: "an owner", admin: "an admin", agent: "an agent" },
  join: "Join",
  signIn: "There is an account with this address. Sign in, then accept.",
  newcomer: {
    text: "You have no account yet. Choose a name and a password; your address is {email}.",
    name: "Name",
    password: "Password",
    passwordHint: "At least 10 characters.",
    button: "Create the account and join",
    created: "Your account is there. Sign in with it.",
  },
  otherAccount: "It is for {invited}, and you are signed in as {email}.",
  closed: {
    heading: "This invitation has ended",
    text: "It was withdrawn, was used already, or is too old. Ask whoever invited you for a new one.",
    button: "Go to the start",
  },
} as const;
