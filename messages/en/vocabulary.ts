/** The published names of what the domain knows by a key: the same on pages, in mails, in dialogs. */
export const vocabulary = {
  /** Every table of the erasure map is counted under one of these. */
  categories: {
    account: {
      title: "Accounts",
      contents: "Name, e-mail address, password hash, sessions and the link to a Meta login.",
    },
    workspace: {
      title: "Workspace",
      contents: "Its name and address, business details, settings and encryption keys.",
    },
    team: {
      title: "Team",
      contents: "Who belonged to the workspace or was invited to it, and in which role.",
    },
    channels: {
      title: "Channels and access tokens",
      contents:
        "WhatsApp, Instagram, Messenger and Telegram connections, account and phone number ids, and the encrypted tokens to use them.",
    },
    contacts: {
      title: "Contacts",
      contents:
        "Names, telephone numbers, e-mail addresses, lifecycle stages, tags, segments and custom attributes.",
    },
    messages: {
      title: "Conversations and messages",
      contents: "Messages in and out, reactions, templates as sent, times and delivery statuses.",
    },
    media: { title: "Media", contents: "Photos, voice notes, videos and documents." },
    campaigns: {
      title: "Campaigns",
      contents: "Message templates, campaigns and whom they were sent to.",
    },
    automations: { title: "Automations", contents: "Rules, and each time one of them ran." },
    orders: { title: "Orders", contents: "Orders, their lines, addresses and reorder cycles." },
    ai: {
      title: "AI records",
      contents: "Prompts, answers, cached pairs of both, and files given to an AI provider.",
    },
    integrations: {
      title: "Integrations",
      contents: "Settings and secrets of connected systems, and API tokens.",
    },
    consent: { title: "Consent", contents: "What was agreed to or withdrawn, when and how." },
    suppression: {
      title: "Stop requests",
      contents: "A keyed digest of an address that asked not to be written to. It names nobody.",
    },
    activity: {
      title: "Activity and traces",
      contents: "Activity logs, IP addresses and recorded exchanges with providers.",
    },
    audit: {
      title: "Audit log",
      contents: "Time, action and kind of actor. Who it was, from where and details are removed.",
    },
    invoices: {
      title: "Invoices",
      contents:
        "Numbers, dates, items, amounts and tax. The person's name and addresses are removed.",
    },
    requests: {
      title: "Record of requests",
      contents: "When a deletion was asked for and done, with keyed digests instead of identities.",
    },
  },
  /** What may outlive an erasure. */
  retentions: {
    audit_log: "Audit log",
    invoices: "Invoices",
    suppression: "Stop requests",
    request_ledger: "Record of requests",
  },
  /** On which ground it may: a basis is an article, so that a reader can check it. */
  grounds: {
    security: {
      reason: "To detect and prove misuse of the service.",
      basis: "Legitimate interest in security (GDPR art. 6(1)(f), recital 49)",
    },
    fraud_prevention: {
      reason: "To recognise fraud and abuse, and to keep them from happening again.",
      basis: "Legitimate interest in preventing fraud (GDPR art. 6(1)(f), recital 47)",
    },
    tax: {
      reason: "Tax and accounting law obliges us to keep them.",
      basis: "Legal obligation (GDPR art. 17(3)(b))",
    },
    financial_audit: {
      reason: "Our accounts are audited, and billing has to be provable until then.",
      basis: "Legal obligation to keep books (GDPR art. 17(3)(b))",
    },
    objection: {
      reason: "So that somebody who asked not to be written to is not written to again.",
      basis: "Legal obligation to honour an objection (GDPR art. 17(3)(b) with art. 21(3))",
    },
    accountability: {
      reason: "To show that requests were answered, and in time.",
      basis: "Accountability (GDPR art. 5(2); 11 CCR § 7101)",
    },
  },
  laws: {
    gdpr: "GDPR",
    ccpa: "CCPA",
    india_dpdp: "India DPDP Act",
    india_it: "India IT Act",
    indonesia_pdp: "Indonesia UU 27/2022",
  },
} as const;
