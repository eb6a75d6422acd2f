import { Badge } from "@/components/ui/badge";
import { formatDate } from "@/components/ui/format-date";
import { daysLeft } from "./days-left";
import { deskMessages } from "./messages/desk-messages";

type DueBadgeProps = { dueAt: Date; closedAt: Date | null; isExtended: boolean; now: Date };

/** Days left, in words and a tone; the day itself for whoever points at it. */
export function DueBadge({ dueAt, closedAt, isExtended, now }: DueBadgeProps) {
  if (closedAt !== null) {
    return <time dateTime={closedAt.toISOString()}>{formatDate(closedAt)}</time>;
  }
  const { text, tone } = daysLeft(dueAt, now);

  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Badge tone={tone} title={formatDate(dueAt, "minute")}>
        {text}
      </Badge>
      {isExtended && <Badge>{deskMessages.due.extended}</Badge>}
    </span>
  );
}
