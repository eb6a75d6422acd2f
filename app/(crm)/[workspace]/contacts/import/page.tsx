import type { Metadata } from "next";
import { ContactsImport } from "@/components/contacts/import/contacts-import";
import { contactMessages } from "@/components/contacts/messages/contact-messages";
import { importMessages } from "@/components/contacts/messages/import-messages";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMembership } from "../../require-membership";

export const metadata: Metadata = { title: importMessages.title };

type ImportPageProps = { params: Promise<{ workspace: string }> };

/** Where a list of contacts is imported. */
export default async function ImportPage({ params }: ImportPageProps) {
  const { membership } = await requireMembership((await params).workspace);
  const { slug } = membership;

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader
        eyebrow={<TextLink href={`/${slug}/contacts`}>{contactMessages.back}</TextLink>}
        title={importMessages.title}
        lead={importMessages.lead}
      />
      <ContactsImport address={`/${slug}/contacts/import/results`} />
    </div>
  );
}
