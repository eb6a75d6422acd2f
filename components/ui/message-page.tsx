import type { ReactNode } from "react";
import { PageHeader } from "./page-header";

type MessagePageProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
};

/** A page with one thing to say and, at most, one thing to do. */
export function MessagePage({ title, eyebrow, children, actions }: MessagePageProps) {
  return (
    <div className="max-w-[42rem] py-14 sm:py-24">
      <PageHeader look="display" eyebrow={eyebrow} title={title} />
      {children && (
        <div className="prose-links mt-6 grid gap-4 text-ink-muted text-lg leading-relaxed">
          {children}
        </div>
      )}
      {actions && <div className="mt-9 flex flex-wrap items-center gap-3">{actions}</div>}
    </div>
  );
}
