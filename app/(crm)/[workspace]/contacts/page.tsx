import type { Metadata } from "next";
import { ContactBrowser } from "@/components/contacts/contact-browser";
import { contactsMessages } from "@/components/contacts/messages/contacts-messages";
import { importMessages } from "@/components/contacts/messages/import-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { listContacts } from "@/lib/contacts/list-contacts";
import { listTags } from "@/lib/contacts/list-tags";
import { everyContact } from "@/lib/contacts/schemas";
import { rowIdOf } from "@/lib/crm/row-id-of";
import { database } from "@/lib/database";
import { listContactsErasures } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { requireMembership } from "../require-membership";
import { countMatching } from "./count-matching";
import { deletionFor } from "./deletion-for";
import { findContacts } from "./find-contacts";
import { followDeletion } from "./follow-deletion";

export const metadata: Metadata = { title: contactsMessages.title };

type ContactsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ deletion?: string | string[] }>;
};

/** A workspace's contacts. `deletion` names one that was begun elsewhere and is followed here. */
export default async function ContactsPage({ params, searchParams }: ContactsPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const { workspaceId, slug } = membership;
  const begun = rowIdOf((await searchParams).deletion);
  const [page, tags, underWay] = await safely("/[workspace]/contacts", () => {
    const { db } = database();
    return Promise.all([
      listContacts(db, { workspaceId, filter: everyContact, sort: "name", after: null }),
      listTags(db, workspaceId),
      listContactsErasures(erasureContext({ type: "system" }), workspaceId),
    ]);
  });

  return (
    <ContactBrowser
      workspaceId={workspaceId}
      slug={slug}
      initial={{ ...page, total: page.hasMore ? null : page.contacts.length }}
      tags={tags}
      now={new Date()}
      actions={
        <ButtonLink href={`/${slug}/contacts/import`} variant="secondary">
          {importMessages.link}
        </ButtonLink>
      }
      findContacts={findContacts}
      countContacts={countMatching}
      deletion={deletionFor(membership)}
      deletions={[...new Set([begun ?? [], underWay.map(({ selectionId }) => selectionId)].flat())]}
      followDeletion={followDeletion}
    />
  );
}
