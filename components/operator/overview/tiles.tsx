import { clsx } from "clsx";
import Link from "next/link";
import { formatCount } from "@/components/ui/format-count";
import type { QueueCounts } from "@/lib/erasure/desk/status";
import { overviewMessages } from "../messages/overview-messages";
import { countOf } from "../queue-counts";

const { tiles: words } = overviewMessages;

/** The four figures that decide what to do next, each leading to what it counts. */
export function Tiles({ counts }: { counts: QueueCounts }) {
  const failed = counts.byState.failed ?? 0;
  const tiles = [
    { title: words.late, count: counts.late, href: "?view=late", isAlarming: counts.late > 0 },
    { title: words.failed, count: failed, href: "?state=failed", isAlarming: failed > 0 },
    { title: words.todo, count: countOf(counts, "todo"), href: "" },
    { title: words.open, count: countOf(counts, "open"), href: "?view=open" },
  ];

  return (
    <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      {tiles.map(({ title, count, href, isAlarming }) => (
        <li key={title}>
          <Link
            href={`/operator/requests${href}`}
            className={clsx(
              "grid h-full gap-1 rounded-2xl border bg-surface p-5 hover:bg-sunken",
              isAlarming ? "border-danger/45" : "border-line",
            )}
          >
            <span className="text-ink-muted text-sm">{title}</span>
            <span
              className={clsx(
                "font-semibold text-3xl tabular-nums tracking-tight",
                isAlarming && "text-danger",
              )}
            >
              {formatCount(count)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
