import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutButton } from "@/components/crm/sign-out-button";
import { ProductShell } from "@/components/product-shell";
import { MessagePage } from "@/components/ui/message-page";
import { requireUser } from "@/lib/auth";
import { listWorkspaces } from "@/lib/crm/list-workspaces";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";

export const metadata: Metadata = { title: "Your workspaces" };

/** The start: straight to somebody's first workspace. */
export default async function StartPage() {
  const user = await requireUser();
  const [first] = await safely("/", () => listWorkspaces(database().db, user.id));
  if (first) redirect(`/${first.slug}/inbox`);

  return (
    <ProductShell>
      <MessagePage title="You are in no workspace" actions={<SignOutButton />}>
        <p>
          You are signed in as {user.email}. Ask a workspace's owner to add you, or sign in with
          another address.
        </p>
      </MessagePage>
    </ProductShell>
  );
}
