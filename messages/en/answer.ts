/** The page behind the reply link of a question. */
export const answer = {
  title: "Answer a question",
  open: {
    heading: "We have a question",
    asked: "This is what we need to know before your request can go on:",
    label: "Your answer",
    hint: "Only the people who look at your request read it. It is destroyed when the request ends. Do not give a password.",
    button: "Send the answer",
    sending: "One moment",
    missing: "Write an answer first.",
    tooLong: "Please answer in fewer words.",
  },
  answered: {
    heading: "Thank you, we have your answer",
    text: "A person reads it and then goes on with your request. A reply link works once.",
  },
  expired: {
    heading: "This link has run out",
    text: "The question can no longer be answered here. Answer the mail instead, with the confirmation code.",
  },
  closed: {
    heading: "The request is closed",
    text: "There is nothing left to answer. Its page says how it ended.",
  },
  status: "See the status",
  unknown: {
    heading: "This link does not work",
    text: "It may be incomplete: some mail programs break long links. Copy all of it into the address bar, or answer the mail.",
    button: "Data deletion",
  },
} as const;
