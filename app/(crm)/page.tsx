import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountErasureNotice } from "@/components/account/account-erasure-notice";
import { SignOutButton } from "@/components/crm/sign-out-button";
import { ProductShell } from "@/components/product-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";
import { requireUser } from "@/lib/auth";
import { findOpenErasure } from "@/lib/crm/find-open-erasure";
import { listWorkspaces } from "@/lib/crm/list-workspaces";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { postSignOut } from "../sign-in/post-sign-out";
import { keepAccount } from "./account/keep-account";

export const metadata: Metadata = { title: "Your workspaces" };

/** The start: straight to somebody's first workspace. */
export default async function StartPage() {
  const user = await requireUser();
  const [[first], erasure] = await safely("/", () => {
    const { db } = database();
    return Promise.all([listWorkspaces(db, user.id), findOpenErasure(db, "account", user.id)]);
  });
  if (first) redirect(`/${first.slug}/inbox`);

  return (
    <ProductShell>
      <AccountErasureNotice erasure={erasure} keepAccount={keepAccount} className="mt-6" />
      <MessagePage
        title="You are in no workspace"
        actions={
          <>
            <ButtonLink href="/account">Your account</ButtonLink>
            <SignOutButton postSignOut={postSignOut} />
          </>
        }
      >
        <p>
          You are signed in as {user.email}. Ask a workspace's owner to add you, or sign in with
          another address.
        </p>
      </MessagePage>
    </ProductShell>
  );
}
