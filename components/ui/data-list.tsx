import { clsx } from "clsx";
import type { ReactNode } from "react";

export type DataListItem = { key: string; term: ReactNode; value: ReactNode };

/** Facts in pairs: what it is, and how it stands. */
export function DataList({
  items,
  isNarrow = false,
  className,
}: {
  items: readonly DataListItem[];
  /** Beside other things there is no room for two columns, however wide the window. */
  isNarrow?: boolean;
  className?: string;
}) {
  return (
    <dl className={clsx("divide-y divide-line border-line border-y", className)}>
      {items.map((item) => (
        <div
          key={item.key}
          className={clsx("grid gap-x-6 gap-y-0.5 py-3", !isNarrow && "sm:grid-cols-[12rem_1fr]")}
        >
          <dt className="text-ink-muted">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
