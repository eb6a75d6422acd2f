/** The published categories of data: every table of the erasure map is counted under one of them. */
export const categories = {
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
} as const satisfies Record<string, { title: string; contents: string }>;

export type Category = keyof typeof categories;

/** @throws when the map counts a table under a category that is not published. */
export function categoryOf(key: string): Category {
  if (!Object.hasOwn(categories, key)) throw new Error(`The category "${key}" is not published.`);
  return key as Category;
}
