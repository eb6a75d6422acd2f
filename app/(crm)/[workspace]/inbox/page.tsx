import type { Metadata } from "next";
import { ContactsDeletions } from "@/components/contacts/deletion/contacts-deletions";
import { ConversationList } from "@/components/crm/conversation-list";
import { InboxPanes } from "@/components/crm/inbox-panes";
import { listConversations } from "@/lib/crm/list-conversations";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { followDeletion } from "../contacts/follow-deletion";
import { requireMembership } from "../require-membership";

export const metadata: Metadata = { title: "Inbox" };

type InboxPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string | string[]; deletion?: string | string[] }>;
};

/** The conversations. `deletion` names a deletion of a contact that was begun in one of them. */
export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const query = await searchParams;
  const after = rowIdOf(query.after);
  const deletion = rowIdOf(query.deletion);
  const page = await safely("/[workspace]/inbox", () =>
    listConversations(database().db, { workspaceId: membership.workspaceId, after }),
  );

  return (
    <InboxPanes
      list={
        <>
          <h1 className="px-4 pt-5 pb-3 font-semibold text-xl sm:px-6 lg:px-5">Inbox</h1>
          {deletion && (
            <ContactsDeletions
              workspaceId={membership.workspaceId}
              selectionIds={[deletion]}
              follow={followDeletion}
            />
          )}
          <ConversationList slug={membership.slug} {...page} after={after} now={new Date()} />
        </>
      }
      isConversationOpen={false}
    >
      <p className="m-auto text-ink-muted">Choose a conversation to read it.</p>
    </InboxPanes>
  );
}
