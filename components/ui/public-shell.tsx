import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SkipLink } from "./skip-link";

type PublicShellProps = {
  brand: string;
  home: string;
  skipLabel: string;
  nav?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

/** Head, main and foot of a page that anyone may read. */
export function PublicShell({ brand, home, skipLabel, nav, footer, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      <SiteHeader brand={brand} home={home} nav={nav} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-5 sm:px-8">
        {children}
      </main>
      <SiteFooter>{footer}</SiteFooter>
    </div>
  );
}
