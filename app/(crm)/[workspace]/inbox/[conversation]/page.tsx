import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteContact } from "@/components/contacts/deletion/delete-contact";
import { ConversationList } from "@/components/crm/conversation-list";
import { ConversationView } from "@/components/crm/conversation-view";
import { InboxPanes } from "@/components/crm/inbox-panes";
import { listConversations } from "@/lib/crm/list-conversations";
import { listMessages } from "@/lib/crm/list-messages";
import { readConversation } from "@/lib/crm/read-conversation";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { deletionFor } from "../../contacts/deletion-for";
import { requireMembership } from "../../require-membership";

// The tab's title stays free of names: it ends up in histories and on shared screens.
export const metadata: Metadata = { title: "Conversation" };

type ConversationPageProps = {
  params: Promise<{ workspace: string; conversation: string }>;
  searchParams: Promise<{ after?: string | string[]; before?: string | string[] }>;
};

export default async function ConversationPage({ params, searchParams }: ConversationPageProps) {
  const { workspace, conversation: conversationParam } = await params;
  const query = await searchParams;
  const { membership } = await requireMembership(workspace);
  const { workspaceId, slug } = membership;
  const conversationId = rowIdOf(conversationParam);
  if (conversationId === undefined) notFound();

  const after = rowIdOf(query.after);
  const before = rowIdOf(query.before);
  const [conversation, list, page] = await safely("/[workspace]/inbox/[conversation]", () => {
    const { db } = database();
    return Promise.all([
      readConversation(db, { workspaceId, conversationId }),
      listConversations(db, { workspaceId, after }),
      listMessages(db, { workspaceId, conversationId, before }),
    ]);
  });
  if (conversation === null) notFound();
  const deletion = deletionFor(membership);

  const inboxHref = `/${slug}/inbox${after ? `?after=${after}` : ""}`;
  const here = (messageId?: string) => conversationHref(slug, conversation.id, after, messageId);

  return (
    <InboxPanes
      list={
        <>
          <p className="px-4 pt-5 pb-3 font-semibold text-xl sm:px-6 lg:px-5">Inbox</p>
          <ConversationList
            slug={slug}
            {...list}
            after={after}
            currentId={conversation.id}
            now={new Date()}
          />
        </>
      }
      isConversationOpen
    >
      <ConversationView
        conversation={conversation}
        messages={page.messages}
        inboxHref={inboxHref}
        mediaHref={`/${slug}/media`}
        olderHref={page.hasOlder ? here(page.messages.at(0)?.id) : null}
        newestHref={before === undefined ? null : here()}
        contactHref={conversation.contactId && `/${slug}/contacts/${conversation.contactId}`}
        actions={
          deletion &&
          conversation.contactId && (
            <DeleteContact
              workspaceId={workspaceId}
              contact={{ id: conversation.contactId, name: conversation.contactName ?? "" }}
              actions={deletion}
              afterwards={`/${slug}/inbox`}
              look="narrow"
            />
          )
        }
      />
    </InboxPanes>
  );
}

function conversationHref(slug: string, id: string, after?: string, before?: string): string {
  const query = new URLSearchParams({
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  });
  return `/${slug}/inbox/${id}${query.size > 0 ? `?${query}` : ""}`;
}
