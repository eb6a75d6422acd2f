/** The page behind the link by which a request is taken back. */
export const cancellation = {
  title: "Take a request back",
  open: {
    heading: "Keep it after all?",
    subjects: {
      workspace: "A workspace is to be deleted.",
      account: "An account is to be deleted.",
      contact: "Records about a customer are to be deleted.",
      meta_user: "What came from a Facebook login is to be deleted.",
    },
    notBefore: "Nothing is deleted before <time></time>.",
    text: "If you take the request back, nothing is deleted at all. You can ask again at any time.",
    button: "Take the request back",
    sending: "One moment",
  },
  over: {
    heading: "This can no longer be taken back",
    text: "The request was taken back already, or its deletion has begun.",
    button: "See the status",
  },
  unknown: {
    heading: "This link does not work",
    text: "It may be incomplete: some mail programs break long links. Copy all of it into the address bar, or answer the mail.",
    button: "Data deletion",
  },
} as const;
