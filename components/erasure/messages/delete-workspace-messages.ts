import type { DeletionRefusal } from "../delete-workspace-dialog-result";

/** Each refusal, said to the person who pressed the button. */
const refusals = {
  not_authorised:
    "Only owners and admins of this workspace can delete it. Your role may have changed: ask an owner.",
  slug_mismatch: "This is not the workspace's slug. Type it exactly as shown above.",
  invalid_input: "This cannot be the workspace's slug. Type it exactly as shown above.",
  already_requested:
    "This workspace is being deleted already. Reload the page to see where that stands.",
  channel_closed: "Workspaces are not deleted here, but on request. Write to us.",
  sole_owner: "This would leave a workspace without an owner.",
  count_mismatch: "Something changed meanwhile. Reload the page and try again.",
  not_found: "This workspace is no longer there.",
  wrong_state: "Something changed while you were typing. Reload the page and try again.",
  on_hold:
    "This workspace may not be deleted for now, because of a legal hold. Write to us and we will explain.",
} as const satisfies Record<DeletionRefusal, string>;

/** Copy of the dialog in which a workspace is deleted. */
export const deleteWorkspaceMessages = {
  button: "Delete workspace",
  cancel: "Cancel",
  title: "Delete {name}?",
  startsAtOnce: "The deletion starts at once. Nobody can undo it, and neither can we.",
  startsAfter: "The deletion starts after {days}. Once it has, nobody can undo it.",
  preview: {
    counting: "Counting what would be deleted.",
    counted: "{rows} records would be deleted.",
    failed: "The records could not be counted just now.",
    again: "Count again",
    erased: "What will be deleted",
    total: "Records in total",
    retained: "What is kept, and why",
    nothingRetained: "Nothing is kept.",
    keptUntil: "Without names or addresses, until",
    keptEndlessly: "Without names or addresses, for as long as this reason lasts.",
  },
  consequences: {
    title: "What cannot be undone",
    access: "Everybody in this workspace loses access.",
    accounts:
      "Members who belong to no other workspace lose their accounts, and that may include you.",
    channels: "Its channels receive no more messages here, and their access tokens are destroyed.",
    delivered:
      "Messages that were delivered stay with the people who received them: what is on their telephones is out of our reach.",
  },
  choices: {
    legend: "Yours at Meta",
    deregisterNumber:
      "Also deregister the WhatsApp number from the platform. It can be registered again elsewhere.",
    deleteTemplates:
      "Also delete the message templates at Meta. Their names stay blocked there for 30 days.",
  },
  exportFirst: {
    title: "If you want a copy first",
    first: "Export everything, then delete",
    media: "With the photos and files that customers sent",
    waits:
      "The deletion is asked for when the export is ready, and begins once you have had seven days to download it. If the export fails, nothing is deleted, and you are told.",
    button: "Export, then delete",
  },
  slug: { label: "Workspace slug", hint: "To confirm, type" },
  refusals,
  /** For everything that is no refusal: the network, or a fault of ours. */
  /** The answer may have been lost after the deletion was taken. */
  unanswered:
    "No answer came back, so this page cannot say whether the deletion began. Please try again: nothing is deleted twice, and if it has begun you are told so.",
} as const;
