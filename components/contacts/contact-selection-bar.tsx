import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import type { ContactSelection } from "./contact-selection";
import { contactsMessages } from "./messages/contacts-messages";

type ContactSelectionBarProps = {
  selection: ContactSelection;
  /** How many match; null while that is being counted. */
  total: number | null;
  onSelectAll: () => void;
  onClear: () => void;
  /** What can be done with those chosen. */
  children?: ReactNode;
};

const messages = contactsMessages.selection;

/** What is chosen, how to choose the rest, and what to do with it. Absent while nothing is chosen. */
export function ContactSelectionBar(props: ContactSelectionBarProps) {
  const { selection, total, onSelectAll, onClear, children } = props;
  if (!selection.isAll && selection.ids.size === 0) return null;

  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-y bg-accent-soft px-4 py-2 sm:px-6"
    >
      <span className="font-medium">{inWords(selection, total)}</span>
      {!selection.isAll && total !== null && selection.ids.size < total && (
        <Button variant="quiet" size="compact" onClick={onSelectAll}>
          {fillMessage(messages.selectAll, { count: formatCount(total) })}
        </Button>
      )}
      <Button variant="quiet" size="compact" onClick={onClear}>
        {messages.clear}
      </Button>
      {children && <span className="ms-auto">{children}</span>}
    </div>
  );
}

function inWords({ isAll, ids }: ContactSelection, total: number | null): string {
  if (!isAll) return fillMessage(messages.some, { count: formatCount(ids.size) });
  const count = total === null ? "…" : formatCount(total);
  return ids.size === 0
    ? fillMessage(messages.all, { count })
    : fillMessage(messages.allBut, { count, except: formatCount(ids.size) });
}
