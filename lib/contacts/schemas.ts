import { z } from "zod";
import type { ChannelKind } from "@/lib/crm/schemas";
import { PlainText } from "@/lib/erasure/schemas";

/** Shared by queries and components: what the contact list shows, and what it can be asked for. */

export const lifecycleStages = ["lead", "prospect", "customer", "repeat_customer", "lost"] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];

/** Which contacts: each condition is null, or empty, where it says nothing. */
export const ContactFilter = z.object({
  search: PlainText.max(100),
  tagId: z.uuid().nullable(),
  stage: z.enum(lifecycleStages).nullable(),
  hasConversation: z.boolean().nullable(),
});
export type ContactFilter = z.infer<typeof ContactFilter>;

export const everyContact: ContactFilter = {
  search: "",
  tagId: null,
  stage: null,
  hasConversation: null,
};

export const contactSorts = ["name", "newest"] as const;
export const ContactSort = z.enum(contactSorts);
export type ContactSort = z.infer<typeof ContactSort>;

/** Where a page ended: by value, so that the next one is found when that contact is gone. */
export const ContactPlace = z.object({ id: z.uuid(), name: PlainText.max(10_000) });
export type ContactPlace = z.infer<typeof ContactPlace>;

export type Tag = { id: string; name: string };

export type ContactSummary = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  stage: LifecycleStage;
  addedAt: Date;
  lastMessageAt: Date | null;
  tags: Tag[];
  /** Its erasure has begun: it takes no more writes and is about to go. */
  isBeingErased: boolean;
};

export type ContactPage = { contacts: ContactSummary[]; hasMore: boolean };

/** Whom somebody chose: these contacts, or all that match but for these. */
export const ContactChoice = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(5_000) }),
  z.strictObject({ matching: ContactFilter, except: z.array(z.uuid()).max(5_000) }),
]);
export type ContactChoice = z.infer<typeof ContactChoice>;

/** Contacts of a workspace that somebody asks something about. */
export const ChosenContacts = z.object({ workspaceId: z.uuid(), choice: ContactChoice });

export const FollowedDeletion = z.object({ workspaceId: z.uuid(), selectionId: z.uuid() });

export const DeleteContacts = ChosenContacts.extend({
  /** How many the dialog said it would be; typed back where it is more than a few. */
  confirmCount: z.int().positive(),
});
export type DeleteContacts = z.infer<typeof DeleteContacts>;

/** More than so many are not deleted by a press of a button alone. */
export const contactsWithoutTyping = 10;

/** Whether what was typed is this number, with or without what separates its thousands. */
export function isCountConfirmed(typed: string, count: number): boolean {
  const digits = typed.normalize("NFKC").replace(/[\s,.'’_]/g, "");
  return /^\d+$/.test(digits) && Number(digits) === count;
}

/** One contact, as its own page shows it. */
export type ContactDetail = Omit<ContactSummary, "lastMessageAt"> & {
  attributes: { label: string; value: string }[];
  consents: { purpose: string; state: "granted" | "withdrawn"; recordedAt: Date }[];
  conversations: { id: string; channelKind: ChannelKind; lastMessageAt: Date | null }[];
  history: { id: string; action: string; actorName: string | null; occurredAt: Date }[];
};

export const AgentsDeletion = z.object({ workspaceId: z.uuid(), isAllowed: z.boolean() });
export type AgentsDeletion = z.infer<typeof AgentsDeletion>;

/** What became of a line of an imported list. */
export const importOutcomes = ["imported", "updated", "refused"] as const;

/** Why a line of an imported list was refused. */
export const importRefusals = [
  "just_erased",
  "suppressed",
  "being_erased",
  "shared",
  "no_name",
  "no_address",
  "phone_unreadable",
  "email_unreadable",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export type ImportedLine =
  | { line: number; outcome: "imported" | "updated" }
  | { line: number; outcome: "refused"; reason: ImportRefusal };

/** Why a list was not read to its end. */
export const importStops = ["no_columns", "too_many_lines", "broken", "interrupted"] as const;
export type ImportStop = (typeof importStops)[number];

/** How much of a list is read at once; more is given in parts. */
export const importLimits = { maxBytes: 10 * 1024 * 1024, maxLines: 50_000 } as const;
