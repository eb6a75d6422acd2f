import type { ReactNode } from "react";
import { pageMessages } from "./page-messages";
import { PublicShell } from "./ui/public-shell";

/** The shell of pages that belong to no vendor: those that say that something went amiss. */
export function ProductShell({ children }: { children: ReactNode }) {
  const { brand, skipLabel, footer } = pageMessages.shell;

  return (
    <PublicShell brand={brand} home="/" skipLabel={skipLabel} footer={<p>{footer}</p>}>
      {children}
    </PublicShell>
  );
}
