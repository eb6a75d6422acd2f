import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type ProgressProps = {
  label: ReactNode;
  value: number;
  max: number;
  /** The amount in words, shown beside the label and read out instead of a percentage. */
  valueText: string;
  size?: "regular" | "large";
  className?: string;
};

/** How far a piece of work has come, in true numbers. */
export function Progress({
  label,
  value,
  max,
  valueText,
  size = "regular",
  className,
}: ProgressProps) {
  const labelId = useId();
  const share = max > 0 ? Math.min(value / max, 1) : 1;

  return (
    <div className={clsx("grid gap-2", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span id={labelId} className={clsx("font-medium", size === "large" && "text-lg")}>
          {label}
        </span>
        <span aria-hidden="true" className="text-ink-muted text-sm tabular-nums">
          {valueText}
        </span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={valueText}
        className={clsx(
          "overflow-hidden rounded-full border border-line bg-sunken",
          size === "large" ? "h-3" : "h-2",
        )}
      >
        {/* A width that is an attribute, which the page's policy lets the server write. */}
        <svg aria-hidden="true" className="block h-full w-full rtl:-scale-x-100">
          <rect
            width={`${share * 100}%`}
            height="100%"
            className="fill-accent transition-[width] duration-500 forced-colors:fill-[Highlight]"
          />
        </svg>
      </div>
    </div>
  );
}
