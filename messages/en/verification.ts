/** The page behind the link in the verification mail. */
export const verification = {
  title: "Verify your request",
  valid: {
    heading: "Was this you?",
    intro: "Somebody, most likely you, asked for a deletion with this e-mail address.",
    subjects: {
      workspace:
        "If you continue, we check that this address belongs to an owner or admin of the workspace. If so, the whole workspace is deleted: contacts, conversations, files, everything.",
      account:
        "If you continue, the account with this address is deleted, with its sign-in and personal traces.",
      meta_user:
        "If you continue, what came from your Facebook login is deleted, with the access it gave us. If the account that the login belongs to has another address than this, a person looks at your request first.",
    },
    customer: {
      ask_the_business:
        "If you continue, your address is verified. Records of a customer belong to the business that wrote to you, so we will have to ask you to turn to that business.",
      answered:
        "If you continue, your address is verified and a person looks for the records that are yours. You may be asked for more, so that nobody else’s are deleted.",
      forwarded:
        "If you continue, your address is verified and a person passes your request on to the business that wrote to you.",
    },
    reviewed:
      "If you continue, a person first looks at whether you may ask for this, and may write to you. Nothing is deleted before.",
    final: "A deletion cannot be undone.",
    button: "Yes, go on with my request",
    sending: "One moment",
    ignore:
      "If it was not you, close this page. Without your confirmation nothing happens. This link can be used until <time></time>.",
  },
  used: {
    heading: "This link has been used",
    text: "Your request was verified with it; a link works only once. Here is how far it has come.",
    button: "See the status",
  },
  expired: {
    heading: "This link has run out",
    text: "Links are short-lived, so that an old mail in the wrong hands does no harm. We can send a fresh one to the same address.",
    button: "Send a new link",
    sending: "Sending",
  },
  resent: {
    heading: "A new link is on its way",
    text: "If the request is still open, a fresh link is on its way to the address that asked. Open it within {span}.",
    missing: "If nothing comes, the request has been closed meanwhile. Ask again with the form.",
    button: "Back to the form",
  },
  unknown: {
    heading: "This link does not work",
    text: "It may be incomplete: some mail programs break long links. Open it from the mail once more, or copy all of it into the address bar.",
    again: "If that does not help, ask again; a new link takes a minute.",
    button: "Ask again",
  },
} as const;
