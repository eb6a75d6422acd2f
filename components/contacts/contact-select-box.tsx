import { type Row, Subscribe } from "@tanstack/react-table";
import { fillMessage } from "@/components/ui/fill-message";
import type { ContactSummary } from "@/lib/contacts/schemas";
import type { contactTableFeatures } from "./contact-table-features";
import { contactsMessages } from "./messages/contacts-messages";

type ContactSelectBoxProps = { row: Row<typeof contactTableFeatures, ContactSummary> };

/** Chooses one contact; with Shift, all from the last one chosen to this. */
export function ContactSelectBox({ row }: ContactSelectBoxProps) {
  const label = fillMessage(contactsMessages.selectOne, { name: row.original.name });

  return (
    <Subscribe
      source={row.table.atoms.rowSelection}
      selector={(selection) => selection[row.id] === true}
    >
      {(isChecked) => (
        <label className="-m-2 grid size-11 place-items-center">
          <input
            type="checkbox"
            aria-label={label}
            checked={isChecked}
            disabled={!row.getCanSelect()}
            onChange={row.getToggleSelectedHandler()}
            className="size-5 accent-accent"
          />
        </label>
      )}
    </Subscribe>
  );
}
