import { Inbox, Settings, ShieldCheck, Users } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/components/ui/brand";
import { SkipLink } from "@/components/ui/skip-link";
import type { WorkspaceLink } from "@/lib/crm/schemas";
import { privacyRequestsMessages } from "./messages/privacy-requests-messages";
import { NavLink } from "./nav-link";
import { shellNavStyle } from "./shell-nav-style";
import { UserMenu } from "./user-menu";

type WorkspaceShellProps = {
  workspace: WorkspaceLink;
  user: { name: string; email: string };
  workspaces: readonly WorkspaceLink[];
  postSignOut: (form: FormData) => Promise<void>;
  children: ReactNode;
};

/** What surrounds every page of a workspace: a column on a wide screen, two rows on a narrow one. */
export function WorkspaceShell(props: WorkspaceShellProps) {
  const { workspace, user, workspaces, postSignOut, children } = props;

  return (
    <div className="flex h-dvh flex-col lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]">
      <SkipLink label="Skip to the content" />
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-line border-b px-4 lg:flex lg:flex-col lg:items-stretch lg:gap-y-6 lg:border-e lg:border-b-0 lg:p-4">
        <Link
          href={`/${workspace.slug}/inbox`}
          className="inline-flex min-h-14 min-w-0 items-center rounded-md text-ink lg:px-2"
        >
          <Brand name={workspace.name} />
        </Link>
        <nav aria-label="Workspace" className={shellNavStyle}>
          <NavLink href={`/${workspace.slug}/inbox`}>
            <Inbox aria-hidden="true" />
            Inbox
          </NavLink>
          <NavLink href={`/${workspace.slug}/contacts`}>
            <Users aria-hidden="true" />
            Contacts
          </NavLink>
          <NavLink href={`/${workspace.slug}/privacy-requests`}>
            <ShieldCheck aria-hidden="true" />
            {privacyRequestsMessages.nav}
          </NavLink>
          <NavLink
            href={`/${workspace.slug}/settings/general`}
            area={`/${workspace.slug}/settings`}
          >
            <Settings aria-hidden="true" />
            Settings
          </NavLink>
        </nav>
        <div className="lg:mt-auto">
          <UserMenu
            {...user}
            workspaces={workspaces}
            currentSlug={workspace.slug}
            postSignOut={postSignOut}
          />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto"
      >
        {children}
      </main>
    </div>
  );
}
