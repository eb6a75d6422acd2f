import { clsx } from "clsx";
import type { Message } from "@/lib/crm/schemas";
import { AttachmentView } from "./attachment-view";
import { inboxMessages } from "./messages/inbox-messages";
import { TimeOfDay } from "./time-of-day";

type MessageBubbleProps = { message: Message; contactName: string | null; mediaHref: string };

/** One message: theirs at the start of the line, ours at its end. */
export function MessageBubble({ message, contactName, mediaHref }: MessageBubbleProps) {
  const isOurs = message.direction === "outbound";
  const author = isOurs
    ? (message.authorName ?? "Automatic")
    : (message.senderName ?? contactName ?? inboxMessages.member);

  return (
    <li className={clsx("flex", isOurs ? "justify-end" : "justify-start")}>
      <article className="grid min-w-0 max-w-[min(34rem,88%)] gap-1">
        <div
          className={clsx(
            "grid gap-2 rounded-2xl border px-4 py-2.5",
            isOurs
              ? "rounded-ee-md border-accent/20 bg-accent-soft"
              : "rounded-es-md border-line bg-surface",
          )}
        >
          {message.kind === "template" && (
            <p className="text-ink-muted text-sm">
              Template{message.templateName && `: ${message.templateName}`}
            </p>
          )}
          {message.kind === "reaction" && (
            <p className="text-ink-muted">
              {message.reaction ? `Reacted with ${message.reaction}` : "Took a reaction back"}
            </p>
          )}
          {message.attachments.map((attachment) => (
            <AttachmentView key={attachment.id} attachment={attachment} mediaHref={mediaHref} />
          ))}
          {message.body && (
            <p dir="auto" className="whitespace-pre-line">
              {message.body}
            </p>
          )}
        </div>
        <p className={clsx("px-1 text-ink-muted text-xs", isOurs && "text-end")}>
          <bdi>{author}</bdi> · <TimeOfDay value={message.createdAt} />
        </p>
      </article>
    </li>
  );
}
