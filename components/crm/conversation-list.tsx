import { clsx } from "clsx";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import type { ConversationSummary } from "@/lib/crm/schemas";
import { Avatar } from "./avatar";
import { channelNames } from "./channel-names";
import { MessagePreview } from "./message-preview";
import { inboxMessages } from "./messages/inbox-messages";
import { ShortDate } from "./short-date";

type ConversationListProps = {
  slug: string;
  conversations: readonly ConversationSummary[];
  hasMore: boolean;
  /** The conversation after which this page begins; undefined on the first one. */
  after: string | undefined;
  currentId?: string | undefined;
  now: Date;
};

/** The inbox: who wrote last, and what. */
export function ConversationList(props: ConversationListProps) {
  const { slug, conversations, hasMore, after, currentId, now } = props;
  const inbox = `/${slug}/inbox`;
  const last = conversations.at(-1);

  return (
    <nav aria-label="Conversations">
      {conversations.length === 0 && (
        <p className="p-6 text-ink-muted">
          {after === undefined
            ? "Nobody has written yet. New conversations appear here."
            : "There are no older conversations."}
        </p>
      )}
      <ul className="divide-y divide-line">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationLink
              conversation={conversation}
              href={`${inbox}/${conversation.id}${after ? `?after=${after}` : ""}`}
              isCurrent={conversation.id === currentId}
              now={now}
            />
          </li>
        ))}
      </ul>
      {(hasMore || after !== undefined) && (
        <div className="flex flex-wrap justify-between gap-3 border-line border-t p-4">
          {after !== undefined && (
            <ButtonLink href={inbox} variant="secondary" size="compact">
              Newest
            </ButtonLink>
          )}
          {hasMore && last && (
            <ButtonLink
              href={`${inbox}?after=${last.id}`}
              variant="secondary"
              size="compact"
              className="ms-auto"
            >
              Older conversations
            </ButtonLink>
          )}
        </div>
      )}
    </nav>
  );
}

type ConversationLinkProps = {
  conversation: ConversationSummary;
  href: string;
  isCurrent: boolean;
  now: Date;
};

function ConversationLink({ conversation, href, isCurrent, now }: ConversationLinkProps) {
  const { channelKind, lastMessage, lastMessageAt, state } = conversation;
  const name = conversation.contactName ?? inboxMessages.group;

  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "flex gap-3 px-4 py-3.5 outline-offset-[-2px] sm:px-6 lg:px-5",
        isCurrent ? "bg-accent-soft" : "hover:bg-sunken",
      )}
    >
      <Avatar name={name} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
        <span className="flex items-baseline justify-between gap-3">
          <bdi className="truncate font-medium">{name}</bdi>
          {lastMessageAt && (
            <span className="shrink-0 text-ink-muted text-sm">
              <ShortDate value={lastMessageAt} now={now} />
            </span>
          )}
        </span>
        <span className="truncate text-ink-muted text-sm">
          {lastMessage && <MessagePreview message={lastMessage} />}
        </span>
        <span className="text-ink-muted text-xs">
          {channelNames[channelKind]}
          {state !== "open" && ` · ${state === "closed" ? "Closed" : "Snoozed"}`}
        </span>
      </span>
    </Link>
  );
}
