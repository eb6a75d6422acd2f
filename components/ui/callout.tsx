import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import type { Tone } from "./tone";

type CalloutProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  title?: ReactNode;
};

const looks: Record<Tone, { icon: LucideIcon; box: string; mark: string }> = {
  neutral: { icon: Info, box: "border-line bg-surface", mark: "text-ink-muted" },
  accent: { icon: Info, box: "border-accent/30 bg-accent-soft", mark: "text-accent" },
  success: {
    icon: CircleCheck,
    box: "border-success/30 bg-success-soft",
    mark: "text-success",
  },
  warning: {
    icon: TriangleAlert,
    box: "border-warning/30 bg-warning-soft",
    mark: "text-warning",
  },
  danger: { icon: CircleAlert, box: "border-danger/30 bg-danger-soft", mark: "text-danger" },
};

/** A notice in the flow of the page. Give it `role="alert"` or `"status"` where it appears later. */
export function Callout({ tone = "neutral", title, className, children, ...rest }: CalloutProps) {
  const { icon: Icon, box, mark } = looks[tone];

  return (
    <div {...rest} className={clsx("flex gap-3.5 rounded-xl border p-4 sm:p-5", box, className)}>
      <Icon aria-hidden="true" className={clsx("mt-0.5 size-5 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={clsx("prose-links", title && "mt-1")}>{children}</div>}
      </div>
    </div>
  );
}
