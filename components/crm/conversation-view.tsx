import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import type { Conversation, Message } from "@/lib/crm/schemas";
import { Avatar } from "./avatar";
import { channelNames } from "./channel-names";
import { MessageBubble } from "./message-bubble";
import { inboxMessages } from "./messages/inbox-messages";

type ConversationViewProps = {
  conversation: Conversation;
  messages: readonly Message[];
  inboxHref: string;
  /** Where this workspace's files are opened. */
  mediaHref: string;
  /** Where earlier messages are; null when these are the first. */
  olderHref: string | null;
  /** Where the newest messages are; null when these are they. */
  newestHref: string | null;
  /** The page of whom it is held with; null for a group. */
  contactHref: string | null;
  /** At the end of the heading: what can be done with whom it is held with. */
  actions?: ReactNode;
};

/** A conversation with its messages, the newest at the end. */
export function ConversationView(props: ConversationViewProps) {
  const { conversation, messages, inboxHref, mediaHref, olderHref, newestHref } = props;
  const { contactHref, actions } = props;
  const name = conversation.contactName ?? inboxMessages.group;
  const days = Map.groupBy(messages, ({ createdAt }) => createdAt.toISOString().slice(0, 10));

  return (
    <>
      <header className="flex items-center gap-3 border-line border-b px-4 py-3 sm:px-6">
        <Link
          href={inboxHref}
          aria-label="Back to the inbox"
          className="-ms-2 grid size-11 place-items-center rounded-full text-ink-muted hover:bg-sunken hover:text-ink lg:hidden"
        >
          <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Link>
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold text-lg leading-tight">
            {contactHref ? (
              <Link href={contactHref} className="hover:underline">
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <bdi>{name}</bdi>
            )}
          </h1>
          <p className="truncate text-ink-muted text-sm">
            {[channelNames[conversation.channelKind], conversation.contactPhone]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        <Badge tone={conversation.state === "open" ? "accent" : "neutral"}>
          {stateNames[conversation.state]}
        </Badge>
        {actions}
      </header>
      <section
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto outline-offset-[-2px]"
      >
        <div className="grid w-full gap-6 px-4 py-6 sm:px-6">
          {olderHref && (
            <ButtonLink
              href={olderHref}
              variant="secondary"
              size="compact"
              className="justify-self-center"
            >
              Earlier messages
            </ButtonLink>
          )}
          {messages.length === 0 && <p className="text-ink-muted">There are no messages here.</p>}
          {[...days].map(([day, ofDay]) => (
            <section key={day} className="grid gap-4">
              <h2 className="justify-self-center rounded-full bg-sunken px-3 py-0.5 font-normal text-ink-muted text-sm">
                <DateTime value={new Date(`${day}T00:00:00Z`)} />
              </h2>
              <ol className="grid gap-3">
                {ofDay.map((message) => (
                  <MessageBubble
                    key={message.id}
                    message={message}
                    contactName={conversation.contactName}
                    mediaHref={mediaHref}
                  />
                ))}
              </ol>
            </section>
          ))}
          {newestHref && (
            <ButtonLink
              href={newestHref}
              variant="secondary"
              size="compact"
              className="justify-self-center"
            >
              Newest messages
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  );
}

const stateNames: Record<Conversation["state"], string> = {
  open: "Open",
  snoozed: "Snoozed",
  closed: "Closed",
};
