import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { formatDate } from "@/components/ui/format-date";
import { formatList } from "@/components/ui/format-list";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import { contactsProgressMessages as messages } from "../messages/contacts-deletion-messages";

/** How far a deletion of contacts is, as a bar shows it. */
export function progressOf(status: ContactsErasureStatus): {
  value: number;
  max: number;
  text: string;
} {
  const rows = sumOf(status, ({ done }) => done);
  const planned = sumOf(status, ({ planned }) => planned);
  const isOneRequest = status.confirmationCodes.length === 1;
  if (isOneRequest && planned > 0) {
    const text = fillMessage(messages.ofRows, {
      rows: formatCount(rows),
      planned: formatCount(planned),
    });
    return { value: rows, max: planned, text };
  }
  if (rows === 0) return { value: 0, max: status.contacts, text: beginsWhen(status) };
  const text = fillMessage(messages.ofContacts, {
    done: formatCount(status.erased),
    count: formatCount(status.contacts),
    rows: formatCount(rows),
  });
  return { value: status.erased, max: status.contacts, text };
}

/** Why a deletion does not get on; null where it does. */
export function troubleOf(status: ContactsErasureStatus, isReachable: boolean): string | null {
  if (!isReachable) return messages.unreachable;
  if (status.state === "failed") return messages.failed;
  if (status.state !== "on_hold") return null;
  const { held, erased } = status;
  return fillMessage(messages.onHold, {
    count: formatCount(held.contacts),
    names: formatList(namesOf(held)),
    done: formatCount(erased),
  });
}

/** What became of a deletion that has ended: those who went, and those who did not, with the reason. */
export function resultOf(status: ContactsErasureStatus): { title: string; lines: string[] } {
  const { erased, gone, elsewhere, spared } = status;
  const rows = sumOf(status, ({ done }) => done);
  const lines = [
    erased > 0 && fillMessage(messages.rows, { rows: formatCount(rows) }),
    gone > 0 && fillMessage(messages.gone, { count: formatCount(gone) }),
    elsewhere > 0 && fillMessage(messages.elsewhere, { count: formatCount(elsewhere) }),
    ...spared.map(({ reason, contacts }) =>
      fillMessage(messages.spared[reason], { count: formatCount(contacts) }),
    ),
  ];
  return { title: titleOf(erased), lines: lines.filter((line) => line !== false) };
}

function namesOf({ contacts, names }: ContactsErasureStatus["held"]): string[] {
  const others = contacts - names.length;
  if (others <= 0) return names;
  const { one, many } = messages.others;
  return [...names, others === 1 ? one : fillMessage(many, { count: formatCount(others) })];
}

function titleOf(erased: number): string {
  if (erased === 0) return messages.doneNone;
  return erased === 1
    ? messages.doneOne
    : fillMessage(messages.done, { count: formatCount(erased) });
}

function beginsWhen({ purgeAfter, state }: ContactsErasureStatus): string {
  return state === "scheduled" && purgeAfter !== null
    ? fillMessage(messages.waitsUntil, { date: formatDate(purgeAfter) })
    : messages.waiting;
}

function sumOf(
  { progress }: ContactsErasureStatus,
  of: (category: ContactsErasureStatus["progress"][number]) => number,
): number {
  return progress.reduce((sum, category) => sum + of(category), 0);
}
