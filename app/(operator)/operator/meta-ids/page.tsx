import type { Metadata } from "next";
import { metaIdsMessages } from "@/components/operator/messages/meta-ids-messages";
import { MetaIdsUpload } from "@/components/operator/meta-ids-upload";
import { PageHeader } from "@/components/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";

export const metadata: Metadata = { title: metaIdsMessages.title };

/** Where an operator feeds in Meta's list of the people whose callback failed. */
export default async function MetaIdsPage() {
  await requireOperator("/operator/meta-ids");

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title={metaIdsMessages.title} lead={metaIdsMessages.lead} />
      <MetaIdsUpload address="/api/operator/meta-ids" />
    </div>
  );
}
