import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/components/ui/brand";
import { SkipLink } from "@/components/ui/skip-link";
import type { WorkspaceLink } from "@/lib/crm/schemas";
import { UserMenu } from "./user-menu";

type AccountShellProps = {
  user: { name: string; email: string };
  workspaces: readonly WorkspaceLink[];
  postSignOut: (form: FormData) => Promise<void>;
  children: ReactNode;
};

/** What surrounds the pages that belong to a person and to no workspace. */
export function AccountShell({ user, workspaces, postSignOut, children }: AccountShellProps) {
  const [first] = workspaces;

  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label="Skip to the content" />
      <header className="flex items-center justify-between gap-4 border-line border-b px-4 sm:px-8">
        <Link
          href={first ? `/${first.slug}/inbox` : "/"}
          className="inline-flex min-h-16 min-w-0 items-center rounded-md text-ink"
        >
          <Brand name={first?.name ?? "Lethe"} />
        </Link>
        <div className="shrink-0 lg:w-64">
          <UserMenu {...user} workspaces={workspaces} postSignOut={postSignOut} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1">
        {children}
      </main>
    </div>
  );
}
