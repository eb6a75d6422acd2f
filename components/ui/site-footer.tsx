import type { ReactNode } from "react";

/** The foot of a public page. */
export function SiteFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="mx-auto mt-20 w-full max-w-6xl px-5 pb-10 sm:px-8">
      <hr className="rule-fading mb-6" />
      <div className="prose-links text-ink-muted text-sm">{children}</div>
    </footer>
  );
}
