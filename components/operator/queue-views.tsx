import { clsx } from "clsx";
import Link from "next/link";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { LinkPending } from "@/components/ui/link-pending";
import { queueViews } from "@/lib/erasure/desk/schemas";
import type { QueueChoice, QueueCounts } from "@/lib/erasure/desk/status";
import { queueMessages } from "./messages/queue-messages";
import { queueAddress } from "./queue-address";
import { countOf } from "./queue-counts";

/** The few ways in which one looks at the queue, and how much there is in each. */
export function QueueViews({ choice, counts }: { choice: QueueChoice; counts: QueueCounts }) {
  return (
    <nav aria-label={queueMessages.viewsLabel} className="flex flex-wrap gap-1">
      {queueViews.map((view) => {
        const isCurrent = view === choice.view;
        const count = countOf(counts, view);
        return (
          <Link
            key={view}
            href={queueAddress({ ...choice, view, state: null, due: null })}
            aria-current={isCurrent ? "page" : undefined}
            className={clsx(
              "relative inline-flex min-h-11 items-center gap-2 rounded-lg px-3 font-medium",
              isCurrent
                ? "bg-accent-soft text-accent"
                : "text-ink-muted hover:bg-sunken hover:text-ink",
            )}
          >
            {queueMessages.views[view]}
            <span
              aria-hidden="true"
              className={clsx(
                "rounded-full px-2 text-sm tabular-nums",
                view === "late" && count > 0 ? "bg-danger-soft text-danger" : "bg-sunken text-ink",
              )}
            >
              {formatCount(count)}
            </span>
            <span className="sr-only">
              {fillMessage(queueMessages.viewCount, { count: formatCount(count) })}
            </span>
            <LinkPending />
          </Link>
        );
      })}
    </nav>
  );
}
