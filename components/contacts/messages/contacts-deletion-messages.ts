import type { ErasureErrorCode } from "@/lib/erasure/errors";
import type { SparedReason } from "@/lib/erasure/status";

const lost = "Something changed in the meantime. Close this, look again, and choose once more.";

const refusals: Record<ErasureErrorCode | "invalid_input", string> = {
  not_authorised:
    "You may not delete contacts in this workspace. Owners and admins can, and can let agents do it.",
  count_mismatch:
    "The number is not that of the contacts chosen, or others match by now. Look at the new number and try again.",
  invalid_input: "Too many contacts are chosen one by one. Choose all that match instead.",
  not_found: "These contacts are no longer there.",
  on_hold: "This may not be deleted for now, because of a legal hold. Write to us.",
  already_requested: "The deletion is under way already.",
  channel_closed: "Contacts are not deleted here, but on request. Write to us.",
  slug_mismatch: lost,
  sole_owner: lost,
  wrong_state: lost,
};

/** Copy of the dialog in which contacts are deleted. */
export const contactsDeletionMessages = {
  button: "Delete",
  buttonOne: "Delete contact",
  confirmOne: "Delete this contact",
  confirmMany: "Delete {count} contacts",
  confirmUnknown: "Delete contacts",
  cancel: "Cancel",
  titleOne: "Delete {name}?",
  titleSome: "Delete what you chose?",
  titleMany: "Delete {count} contacts?",
  description:
    "With everything that is theirs: conversations, media, orders, notes and logs. Nobody can undo it, and neither can we.",
  projected: "Worked out from the first 2,000 contacts. What is deleted is counted exactly.",
  kept: {
    title: "What stays",
    stop: "If somebody asked not to be written to, a coded fingerprint of their number, so that this is still obeyed.",
    others: "What other people and your own team wrote in a group, without the person's own part.",
    invoices: "Invoices of your own account with us. They are not about your contacts.",
    late: "Messages that were sent before now and arrive late are turned away. If the person writes again, they are a new contact.",
  },
  typed: { label: "Number of contacts", hint: "To confirm, type" },
  refusals,
  uncounted: "The records could not be counted just now.",
  /** The answer may have been lost after the deletion was taken. */
  unanswered:
    "No answer came back, so this page cannot say whether the deletion began. Please try again: nothing is deleted twice, and if it has begun you are told so.",
} as const;

const spared: Record<SparedReason, string> = {
  cancelled: "Not deleted, since the deletion was cancelled: {count}.",
  expired: "Not deleted, since nobody confirmed it in time: {count}.",
  no_matching_data: "Not deleted, since nothing of theirs was found: {count}.",
  not_authorised: "Not deleted, since whoever asked may not ask for it: {count}.",
  identity_not_verified: "Not deleted, since it could not be shown who asked: {count}.",
  sole_owner: "Not deleted, since nobody else would own the workspace: {count}.",
  ask_the_controller: "Not deleted, since the business itself has to decide: {count}.",
  legal_obligation: "Not deleted, since a law demands that it is kept: {count}.",
  legal_claims: "Not deleted, since it is needed for legal claims: {count}.",
};

/** Copy of how a deletion of contacts is getting on. */
export const contactsProgressMessages = {
  region: "Deletions of contacts",
  label: "Deleting {count} contacts",
  labelOne: "Deleting a contact",
  ofContacts: "{done} of {count} contacts, {rows} records so far",
  ofRows: "{rows} of {planned} records",
  waiting: "About to begin",
  waitsUntil: "Begins on {date}",
  onHold:
    "Kept by a legal hold for now: {count} ({names}). They are deleted by themselves when it ends. Gone: {done}.",
  others: { one: "1 other", many: "{count} others" },
  failed: "Something is left. It is tried again, and looked at by people if that does not help.",
  unreachable: "Not reachable just now. The deletion goes on; this catches up by itself.",
  done: "{count} contacts deleted",
  doneOne: "1 contact deleted",
  doneNone: "No contact was deleted",
  rows: "{rows} records, and nothing of theirs is left.",
  gone: "Deleted before this began: {count}.",
  elsewhere: "Being deleted by another request, which goes on by itself: {count}.",
  spared,
  receipt: "Details and receipt",
  dismiss: "Dismiss",
} as const;

/** Copy of the setting that lets agents delete contacts. */
export const agentsDeletionMessages = {
  title: "Deleting contacts",
  label: "Agents may delete contacts",
  hint: "Owners and admins always may. A deletion cannot be undone by anybody.",
  save: "Save",
  saved: "Saved.",
} as const;
