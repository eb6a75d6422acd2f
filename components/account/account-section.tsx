import { type ReactNode, useId } from "react";
import { Panel } from "@/components/ui/panel";

type AccountSectionProps = {
  title: string;
  text?: ReactNode;
  tone?: "neutral" | "danger";
  children?: ReactNode;
};

/** One matter of the account page: what it is about, and what can be done. */
export function AccountSection({ title, text, tone = "neutral", children }: AccountSectionProps) {
  const id = useId();

  return (
    <Panel tone={tone} aria-labelledby={id} className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {text && <p className="text-ink-muted">{text}</p>}
      </div>
      {children}
    </Panel>
  );
}
