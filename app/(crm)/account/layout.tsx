import type { Metadata } from "next";
import type { ReactNode } from "react";
import { accountMessages } from "@/components/account/messages/account-messages";
import { AccountShell } from "@/components/crm/account-shell";
import { listWorkspaces } from "@/lib/crm/list-workspaces";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { postSignOut } from "../../sign-in/post-sign-out";
import { requireAccount } from "./require-account";

export const metadata: Metadata = { title: accountMessages.title };

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { user } = await requireAccount();
  const workspaces = await safely("/account", () => listWorkspaces(database().db, user.id));

  return (
    <AccountShell
      user={{ name: user.name, email: user.email }}
      workspaces={workspaces}
      postSignOut={postSignOut}
    >
      {children}
    </AccountShell>
  );
}
