import type { Metadata } from "next";
import { ConversationList } from "@/components/crm/conversation-list";
import { InboxPanes } from "@/components/crm/inbox-panes";
import { listConversations } from "@/lib/crm/list-conversations";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { requireMembership } from "../require-membership";

export const metadata: Metadata = { title: "Inbox" };

type InboxPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const after = rowIdOf((await searchParams).after);
  const page = await safely("/[workspace]/inbox", () =>
    listConversations(database().db, { workspaceId: membership.workspaceId, after }),
  );

  return (
    <InboxPanes
      list={
        <>
          <h1 className="px-4 pt-5 pb-3 font-semibold text-xl sm:px-6 lg:px-5">Inbox</h1>
          <ConversationList slug={membership.slug} {...page} after={after} now={new Date()} />
        </>
      }
      isConversationOpen={false}
    >
      <p className="m-auto text-ink-muted">Choose a conversation to read it.</p>
    </InboxPanes>
  );
}
