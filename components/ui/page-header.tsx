import { clsx } from "clsx";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** A short line above the title: where one is. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** `display` for public pages that are read; `plain` inside the product. */
  look?: "display" | "plain";
  className?: string;
};

/** The page's one h1, and what belongs directly to it. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  actions,
  look = "plain",
  className,
}: PageHeaderProps) {
  return (
    <header
      className={clsx("flex flex-wrap items-start justify-between gap-x-8 gap-y-4", className)}
    >
      <div className="min-w-0 max-w-[44rem]">
        {eyebrow && <p className="mb-3 font-medium text-ink-muted text-sm">{eyebrow}</p>}
        <h1
          className={clsx(
            look === "display"
              ? "font-[550] text-[clamp(2.125rem,1.4rem+3.2vw,3.5rem)] leading-[1.06] tracking-[-0.032em]"
              : "font-semibold text-2xl leading-tight tracking-[-0.02em]",
          )}
        >
          {title}
        </h1>
        {lead && (
          <div
            className={clsx(
              "text-ink-muted",
              look === "display" ? "mt-5 text-lg leading-relaxed sm:text-xl" : "mt-2",
            )}
          >
            {lead}
          </div>
        )}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
