import { channelNames } from "@/components/crm/channel-names";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { TextLink } from "@/components/ui/text-link";
import type { ContactDetail } from "@/lib/contacts/schemas";
import { contactMessages } from "../messages/contact-messages";

type ContactHistoryProps = {
  slug: string;
  contact: Pick<ContactDetail, "conversations" | "history">;
};

const { conversations: talks, history: past } = contactMessages;

/** What was said with a contact, and what was done with them in the CRM. */
export function ContactHistory({ slug, contact }: ContactHistoryProps) {
  const { conversations, history } = contact;

  return (
    <>
      <section aria-labelledby="conversations" className="grid gap-4">
        <h2 id="conversations" className="font-semibold text-lg">
          {talks.title}
        </h2>
        {conversations.length === 0 && <p className="text-ink-muted">{talks.none}</p>}
        <ul className="divide-y divide-line border-line border-y empty:hidden">
          {conversations.map(({ id, channelKind, lastMessageAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-3">
              <TextLink href={`/${slug}/inbox/${id}`}>
                {fillMessage(talks.open, { channel: channelNames[channelKind] })}
              </TextLink>
              {lastMessageAt && <DateTime value={lastMessageAt} />}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="history" className="grid gap-4">
        <h2 id="history" className="font-semibold text-lg">
          {past.title}
        </h2>
        {history.length === 0 && <p className="text-ink-muted">{past.none}</p>}
        <ol className="divide-y divide-line border-line border-y empty:hidden">
          {history.map(({ id, action, actorName, occurredAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 py-3">
              <span>
                {inWords(action)}{" "}
                <span className="text-ink-muted">
                  {actorName ? fillMessage(past.by, { name: actorName }) : past.byNobody}
                </span>
              </span>
              <DateTime value={occurredAt} precision="minute" />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** `contact.viewed` and its like: workspaces' automations add their own. */
function inWords(action: string): string {
  const words = action.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
