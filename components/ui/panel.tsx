import { clsx } from "clsx";
import type { ComponentProps } from "react";

type PanelProps = ComponentProps<"section"> & { tone?: "neutral" | "danger" };

/** A sheet that lies on the page: one matter, set apart. */
export function Panel({ tone = "neutral", className, ...rest }: PanelProps) {
  return (
    <section
      {...rest}
      className={clsx(
        "rounded-2xl border bg-surface p-5 sm:p-7 print:border-0 print:p-0",
        tone === "danger" ? "border-danger/45" : "border-line",
        className,
      )}
    />
  );
}
