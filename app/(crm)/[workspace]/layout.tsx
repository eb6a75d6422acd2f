import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountErasureNotice } from "@/components/account/account-erasure-notice";
import { ErasureNotice } from "@/components/crm/erasure-notice";
import { WorkspaceShell } from "@/components/crm/workspace-shell";
import { findOpenErasure } from "@/lib/crm/find-open-erasure";
import { listWorkspaces } from "@/lib/crm/list-workspaces";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { postSignOut } from "../../sign-in/post-sign-out";
import { keepAccount } from "../account/keep-account";
import { requireMembership } from "./require-membership";

type WorkspaceParams = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: WorkspaceParams): Promise<Metadata> {
  const { membership } = await requireMembership((await params).workspace);

  return { title: { default: membership.name, template: `%s · ${membership.name}` } };
}

export default async function WorkspaceLayout({
  params,
  children,
}: WorkspaceParams & { children: ReactNode }) {
  const { user, membership } = await requireMembership((await params).workspace);
  const [workspaces, erasure, accountErasure] = await safely("/[workspace]", () => {
    const { db } = database();
    return Promise.all([
      listWorkspaces(db, user.id),
      findOpenErasure(db, "workspace", membership.workspaceId),
      findOpenErasure(db, "account", user.id),
    ]);
  });

  return (
    <WorkspaceShell
      workspace={{ slug: membership.slug, name: membership.name }}
      user={{ name: user.name, email: user.email }}
      workspaces={workspaces}
      postSignOut={postSignOut}
    >
      {erasure && <ErasureNotice erasure={erasure} />}
      <AccountErasureNotice
        erasure={accountErasure}
        keepAccount={keepAccount}
        className="m-4 sm:m-6"
      />
      {children}
    </WorkspaceShell>
  );
}
