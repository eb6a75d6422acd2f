import { formatCount } from "@/components/ui/format-count";
import { deleteAccountMessages } from "./messages/delete-account-messages";

const messages = deleteAccountMessages;

/** What belongs to others and stays, without the name of who goes. */
export function DetachedList({ items }: { items: readonly { title: string; rows: number }[] }) {
  if (items.length === 0) return null;

  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{messages.detached}</h3>
      <p className="text-ink-muted text-sm">{messages.detachedText}</p>
      <ul className="divide-y divide-line border-line border-y">
        {items.map(({ title, rows }) => (
          <li key={title} className="flex justify-between gap-4 py-2.5">
            <span className="font-medium">{title}</span>
            <span className="tabular-nums">{formatCount(rows)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
