/** Copy of the inbox. */
export const inboxMessages = {
  group: "Group conversation",
  member: "Somebody in the group",
  deleteContact: "Delete contact",
  openContact: "Open contact",
} as const;
