import type { Metadata } from "next";
import { privacyRequestsMessages as messages } from "@/components/crm/messages/privacy-requests-messages";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listControllerTasks } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { requireMembership } from "../require-membership";

export const metadata: Metadata = { title: messages.title };

type PrivacyRequestsPageProps = { params: Promise<{ workspace: string }> };

/** What a business's customers have asked the platform, and by when the business answers. */
export default async function PrivacyRequestsPage({ params }: PrivacyRequestsPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const tasks = await safely("/[workspace]/privacy-requests", () =>
    listControllerTasks(erasureContext({ type: "system" }), membership.workspaceId),
  );

  return (
    <div className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title={messages.title} lead={messages.lead} />
      <DataTable
        caption={messages.caption}
        isCaptionHidden
        rows={tasks}
        rowKey={({ id }) => id}
        emptyText={messages.empty}
        columns={[
          {
            key: "contact",
            header: messages.columns.contact,
            isRowHeader: true,
            cell: ({ id, contactName }) => (
              <TextLink href={`/${membership.slug}/privacy-requests/${id}`}>
                <bdi>{contactName ?? messages.gone}</bdi>
              </TextLink>
            ),
          },
          {
            key: "state",
            header: messages.columns.state,
            cell: ({ state }) => messages.states[state],
          },
          {
            key: "due",
            header: messages.columns.due,
            cell: ({ dueAt, state }) => (state === "open" ? <DateTime value={dueAt} /> : "–"),
          },
          {
            key: "received",
            header: messages.columns.received,
            cell: ({ createdAt }) => <DateTime value={createdAt} />,
          },
        ]}
      />
    </div>
  );
}
