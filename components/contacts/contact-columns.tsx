import { createColumnHelper } from "@tanstack/react-table";
import { ShortDate } from "@/components/crm/short-date";
import { Badge } from "@/components/ui/badge";
import type { ContactSummary } from "@/lib/contacts/schemas";
import { ContactName } from "./contact-name";
import { ContactSelectBox } from "./contact-select-box";
import type { contactTableFeatures } from "./contact-table-features";
import { contactsMessages, stageNames } from "./messages/contacts-messages";

const messages = contactsMessages.columns;
const column = createColumnHelper<typeof contactTableFeatures, ContactSummary>();

/** Columns that a narrow screen leaves out: what matters of them stands below the name there. */
export const wideColumns: ReadonlySet<string> = new Set([
  "phone",
  "stage",
  "tags",
  "lastMessage",
  "added",
]);

/** What the table shows of a contact, from its start to its end. */
export function contactColumns(slug: string, now: Date) {
  return column.columns([
    column.display({
      id: "select",
      header: () => <span className="sr-only">{messages.select}</span>,
      cell: ({ row }) => <ContactSelectBox row={row} />,
    }),
    column.accessor("name", {
      header: messages.name,
      cell: ({ row }) => <ContactName slug={slug} contact={row.original} />,
    }),
    column.accessor("phone", {
      header: messages.phone,
      cell: ({ row }) => row.original.phone && <bdi dir="ltr">{row.original.phone}</bdi>,
    }),
    column.accessor("stage", {
      header: messages.stage,
      cell: ({ row }) => stageNames[row.original.stage],
    }),
    column.accessor("tags", {
      header: messages.tags,
      cell: ({ row }) => (
        <span className="flex flex-wrap gap-1">
          {row.original.tags.map(({ id, name }) => (
            <Badge key={id}>{name}</Badge>
          ))}
        </span>
      ),
    }),
    column.accessor("lastMessageAt", {
      id: "lastMessage",
      header: messages.lastMessage,
      cell: ({ row: { original } }) =>
        original.lastMessageAt && <ShortDate value={original.lastMessageAt} now={now} />,
    }),
    column.accessor("addedAt", {
      id: "added",
      header: messages.added,
      cell: ({ row }) => <ShortDate value={row.original.addedAt} now={now} />,
    }),
  ]);
}
