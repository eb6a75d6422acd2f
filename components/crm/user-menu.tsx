"use client";

import { Check, ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { takeNonce } from "@/components/ui/take-nonce";
import type { WorkspaceLink } from "@/lib/crm/schemas";
import { Avatar } from "./avatar";
import { SignOutButton } from "./sign-out-button";
import { signOutTo } from "./sign-out-to";

takeNonce();

type UserMenuProps = {
  name: string;
  email: string;
  workspaces: readonly WorkspaceLink[];
  /** Where they are; nothing on pages that belong to no workspace. */
  currentSlug?: string;
  /** For a browser without scripts. */
  postSignOut: (form: FormData) => Promise<void>;
};

const item =
  "flex min-h-11 items-center gap-3 rounded-lg px-3 outline-none data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0";

/** Who is signed in, their other workspaces, and the way out. */
export function UserMenu(props: UserMenuProps) {
  const { name, email, workspaces, currentSlug, postSignOut } = props;

  return (
    <DropdownMenu.Root>
      <noscript>
        <div className="flex flex-wrap items-center gap-3">
          <a href="/account">Your account</a>
          <SignOutButton postSignOut={postSignOut} />
        </div>
      </noscript>
      <DropdownMenu.Trigger
        aria-label={`Account of ${name}`}
        className="flex min-h-12 items-center gap-3 rounded-xl p-1 text-start noscript:hidden hover:bg-sunken data-[state=open]:bg-sunken lg:w-full lg:p-2"
      >
        <Avatar name={name} />
        <span className="hidden min-w-0 flex-1 lg:block">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-ink-muted text-sm">{email}</span>
        </span>
        <ChevronsUpDown aria-hidden="true" className="hidden size-4 text-ink-muted lg:block" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          collisionPadding={16}
          className="z-40 w-64 animate-appear rounded-xl border border-line bg-surface p-1.5 shadow-floating"
        >
          <div className="px-3 py-2 lg:hidden">
            <p className="truncate font-medium">{name}</p>
            <p className="truncate text-ink-muted text-sm">{email}</p>
          </div>
          {workspaces.length > 0 && (
            <DropdownMenu.Label className="px-3 pt-2 pb-1 text-ink-muted text-sm">
              Workspaces
            </DropdownMenu.Label>
          )}
          {workspaces.map((workspace) => (
            <DropdownMenu.Item key={workspace.slug} asChild>
              <Link
                href={`/${workspace.slug}/inbox`}
                aria-current={workspace.slug === currentSlug ? "true" : undefined}
                className={item}
              >
                <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
                {workspace.slug === currentSlug && <Check aria-hidden="true" />}
              </Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1.5 border-line border-t first:hidden" />
          <DropdownMenu.Item asChild>
            <Link href="/account" className={item}>
              <UserRound aria-hidden="true" />
              Your account
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => void signOutTo("/sign-in")} className={item}>
            <LogOut aria-hidden="true" />
            Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
