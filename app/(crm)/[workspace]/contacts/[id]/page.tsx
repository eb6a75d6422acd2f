import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteContact } from "@/components/contacts/deletion/delete-contact";
import { DeleteContactByPost } from "@/components/contacts/deletion/delete-contact-by-post";
import { contactMessages } from "@/components/contacts/messages/contact-messages";
import { ContactFacts } from "@/components/contacts/profile/contact-facts";
import { ContactHistory } from "@/components/contacts/profile/contact-history";
import { DeleteWorkspaceDialogPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import { ExportList } from "@/components/exports/export-list";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { StartExportForm } from "@/components/exports/start-export-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { roleMay } from "@/lib/authorization/role-may";
import { chosenContacts } from "@/lib/contacts/chosen-contacts";
import { readContact } from "@/lib/contacts/read-contact";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { env } from "@/lib/env";
import { previewContactsErasure } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { listExports } from "@/lib/exports/list-exports";
import { policyProfile } from "@/lib/policy/policy-profile";
import { safely } from "@/lib/safely";
import { previewInWords } from "../../../preview-in-words";
import { requireMembership } from "../../require-membership";
import { endExport } from "../../settings/backups/end-export";
import { startExport } from "../../settings/backups/start-export";
import { deletionFor } from "../deletion-for";

// The tab's title stays free of names: it ends up in histories and on shared screens.
export const metadata: Metadata = { title: contactMessages.title };

type ContactPageProps = { params: Promise<{ workspace: string; id: string }> };

const { records, danger } = contactMessages;

/** One contact: who it is, all that is stored about them, and the way to delete it. */
export default async function ContactPage({ params }: ContactPageProps) {
  const { workspace, id } = await params;
  const { user, membership } = await requireMembership(workspace);
  const { workspaceId, slug, role } = membership;
  const contactId = rowIdOf(id);
  if (contactId === undefined) notFound();

  const [contact, preview, exports] = await safely("/[workspace]/contacts/[id]", async () => {
    const ctx = erasureContext({ type: role, userId: user.id });
    const chosen = await chosenContacts(ctx.db, workspaceId, { ids: [contactId] });
    return await Promise.all([
      readContact(ctx.db, { workspaceId, contactId }),
      previewContactsErasure(ctx, { workspaceId, chosen }),
      roleMay("read_exports", role) ? listExports(ctx, { workspaceId, slug, contactId }) : [],
    ]);
  });
  if (contact === null) notFound();
  const deletion = deletionFor(membership);
  const { erased, retained } = preview;
  const profile = policyProfile(env().POLICY_PROFILE);

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-10 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader
        eyebrow={<TextLink href={`/${slug}/contacts`}>{contactMessages.back}</TextLink>}
        title={<bdi>{contact.name}</bdi>}
      />
      {contact.isBeingErased && <Callout tone="warning">{contactMessages.beingErased}</Callout>}
      <ContactFacts contact={contact} />
      <ContactHistory slug={slug} contact={contact} />
      <section aria-labelledby="records" className="grid gap-6">
        <div>
          <h2 id="records" className="font-semibold text-lg">
            {records.title}
          </h2>
          <p className="mt-1 text-ink-muted">{records.lead}</p>
        </div>
        <DeleteWorkspaceDialogPreview
          preview={previewInWords({ erased, retained, detached: [] }, profile)}
        />
      </section>
      {!contact.isBeingErased && roleMay("start_export", role) && (
        <section aria-labelledby="export" className="grid gap-6">
          <div>
            <h2 id="export" className="font-semibold text-lg">
              {exportMessages.contact.title}
            </h2>
            <p className="mt-1 text-ink-muted">{exportMessages.contact.text}</p>
          </div>
          <StartExportForm
            workspaceId={workspaceId}
            contactId={contactId}
            startExport={startExport}
          />
          {exports.length > 0 && (
            <ExportList workspaceId={workspaceId} exports={exports} endExport={endExport} />
          )}
        </section>
      )}
      {!contact.isBeingErased && (
        <Panel tone="danger" aria-labelledby="danger" className="grid gap-4">
          <h2 id="danger" className="font-semibold text-lg">
            {danger.title}
          </h2>
          <p className="text-ink-muted">{deletion === null ? danger.notAllowed : danger.text}</p>
          {deletion && (
            <div>
              <DeleteContact
                workspaceId={workspaceId}
                contact={{ id: contact.id, name: contact.name }}
                actions={deletion}
                afterwards={`/${slug}/contacts`}
              />
              <noscript>
                <DeleteContactByPost
                  workspaceId={workspaceId}
                  contact={{ id: contact.id, name: contact.name }}
                  schedule={deletion.schedule}
                  afterwards={`/${slug}/contacts`}
                />
              </noscript>
            </div>
          )}
        </Panel>
      )}
    </div>
  );
}
