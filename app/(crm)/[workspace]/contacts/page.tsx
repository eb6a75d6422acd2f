import type { Metadata } from "next";
import { ContactBrowser } from "@/components/contacts/contact-browser";
import { contactsMessages } from "@/components/contacts/messages/contacts-messages";
import { countContacts } from "@/lib/contacts/count-contacts";
import { listContacts } from "@/lib/contacts/list-contacts";
import { listTags } from "@/lib/contacts/list-tags";
import { everyContact } from "@/lib/contacts/schemas";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { requireMembership } from "../require-membership";
import { countMatching } from "./count-matching";
import { findContacts } from "./find-contacts";

export const metadata: Metadata = { title: contactsMessages.title };

type ContactsPageProps = { params: Promise<{ workspace: string }> };

export default async function ContactsPage({ params }: ContactsPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const { workspaceId } = membership;
  const [page, total, tags] = await safely("/[workspace]/contacts", () => {
    const { db } = database();
    return Promise.all([
      listContacts(db, { workspaceId, filter: everyContact, sort: "name", after: null }),
      countContacts(db, { workspaceId, filter: everyContact }),
      listTags(db, workspaceId),
    ]);
  });

  return (
    <ContactBrowser
      workspaceId={workspaceId}
      initial={{ ...page, total }}
      tags={tags}
      now={new Date()}
      findContacts={findContacts}
      countContacts={countMatching}
    />
  );
}
