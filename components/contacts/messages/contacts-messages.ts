import type { LifecycleStage } from "@/lib/contacts/schemas";

/** How a contact's stage is called. */
export const stageNames: Record<LifecycleStage, string> = {
  lead: "Lead",
  prospect: "Prospect",
  customer: "Customer",
  repeat_customer: "Repeat customer",
  lost: "Lost",
};

/** Copy of the contact list. */
export const contactsMessages = {
  title: "Contacts",
  withoutScript:
    "Searching, seeing more than the first contacts and deleting several at once need JavaScript, which is off. Without it, open a contact here or from its conversation to delete it.",
  search: { label: "Search contacts", placeholder: "Name, phone, e-mail or tag" },
  filters: {
    stage: "Stage",
    anyStage: "Any stage",
    tag: "Tag",
    anyTag: "Any tag",
    conversation: "Conversation",
    anyConversation: "With or without",
    withConversation: "Has a conversation",
    withoutConversation: "Has none",
    sort: "Order",
    byName: "By name",
    byNewest: "Newest first",
  },
  columns: {
    select: "Select",
    name: "Name",
    phone: "Phone",
    stage: "Stage",
    tags: "Tags",
    lastMessage: "Last message",
    added: "Added",
  },
  counted: "{count} contacts",
  countedOne: "1 contact",
  counting: "Counting…",
  loading: "Loading contacts.",
  loadingMore: "Loading more…",
  failed: "The contacts could not be loaded just now.",
  again: "Try again",
  nobody: "There are no contacts yet.",
  nobodyFound: "No contact matches. Look for less, or take a filter away.",
  beingErased: "Being deleted",
  noPhone: "No phone",
  selectOne: "Select {name}",
  selectLoaded: "Select all contacts shown",
  selection: {
    some: "{count} selected",
    all: "All {count} that match are selected",
    allBut: "All {count} that match are selected, but for {except}",
    selectAll: "Select all {count} that match",
    clear: "Clear selection",
  },
} as const;
