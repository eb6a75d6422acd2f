import { ChartColumn, Inbox, ListChecks, Mail, Play, Scale } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { NavLink } from "@/components/crm/nav-link";
import { shellNavStyle } from "@/components/crm/shell-nav-style";
import { SignOutButton } from "@/components/crm/sign-out-button";
import { Brand } from "@/components/ui/brand";
import { Callout } from "@/components/ui/callout";
import { SkipLink } from "@/components/ui/skip-link";
import { deskMessages } from "./messages/desk-messages";
import { OverviewLink } from "./overview-link";

const { nav } = deskMessages;

/** What surrounds every page of the desk: a column on a wide screen, two rows on a narrow one. */
type OperatorShellProps = {
  name: string;
  postSignOut: (form: FormData) => Promise<void>;
  children: ReactNode;
};

export function OperatorShell({ name, postSignOut, children }: OperatorShellProps) {
  return (
    <div className="flex h-dvh flex-col lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <SkipLink label={deskMessages.skipLabel} />
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-line border-b px-4 lg:flex lg:flex-col lg:items-stretch lg:gap-y-6 lg:border-e lg:border-b-0 lg:p-4 print:hidden">
        <Link
          href="/operator"
          className="inline-flex min-h-14 min-w-0 items-center rounded-md text-ink lg:px-2"
        >
          <Brand name={deskMessages.brand} />
        </Link>
        <nav aria-label={deskMessages.navLabel} className={shellNavStyle}>
          <OverviewLink>
            <ChartColumn aria-hidden="true" />
            {nav.overview}
          </OverviewLink>
          <NavLink href="/operator/requests">
            <Inbox aria-hidden="true" />
            {nav.requests}
          </NavLink>
          <NavLink href="/operator/holds">
            <Scale aria-hidden="true" />
            {nav.holds}
          </NavLink>
          <NavLink href="/operator/runs">
            <Play aria-hidden="true" />
            {nav.runs}
          </NavLink>
          <NavLink href="/operator/inbound">
            <Mail aria-hidden="true" />
            {nav.inbound}
          </NavLink>
          <NavLink href="/operator/meta-ids">
            <ListChecks aria-hidden="true" />
            {nav.metaIds}
          </NavLink>
        </nav>
        <div className="grid gap-2 lg:mt-auto lg:px-2">
          <p className="hidden truncate text-ink-muted text-sm lg:block">{name}</p>
          <SignOutButton postSignOut={postSignOut} />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto"
      >
        <noscript>
          <Callout tone="neutral" className="m-4">
            {deskMessages.withoutScript}
          </Callout>
        </noscript>
        {children}
      </main>
    </div>
  );
}
