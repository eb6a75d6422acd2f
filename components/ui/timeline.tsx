import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./tone";

export type TimelineItem = {
  key: string;
  title: ReactNode;
  at?: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
  /** Still to come, or only if all goes well. */
  isAhead?: boolean;
};

const marks: Record<Tone, string> = {
  neutral: "border-ink-muted bg-ink-muted",
  accent: "border-accent bg-accent",
  success: "border-success bg-success",
  warning: "border-warning bg-warning",
  danger: "border-danger bg-danger",
};

/** What happened, in order, oldest first. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label} className="grid">
      {items.map((item, index) => (
        <li key={item.key} className="relative grid grid-cols-[1.25rem_1fr] gap-x-3 pb-6 last:pb-0">
          {index < items.length - 1 && (
            <span
              aria-hidden="true"
              className={clsx(
                "absolute inset-s-[0.59rem] top-5 bottom-0 border-line-strong border-s",
                (item.isAhead || items[index + 1]?.isAhead) && "border-dashed",
              )}
            />
          )}
          <span aria-hidden="true" className="flex h-6 items-center justify-center">
            <span
              className={clsx(
                "size-2.5 rounded-full border-2",
                item.isAhead
                  ? "border-line-strong bg-paper"
                  : clsx(marks[item.tone ?? "neutral"], "forced-colors:bg-[CanvasText]"),
              )}
            />
          </span>
          <div className="grid gap-0.5">
            <p className={clsx("font-medium leading-6", item.isAhead && "text-ink-muted")}>
              {item.title}
            </p>
            {item.at && <p className="text-ink-muted text-sm">{item.at}</p>}
            {item.detail && <div className="text-ink-muted text-sm">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
