import type { Metadata } from "next";
import { DeskPage } from "@/components/operator/desk-page";
import { metaIdsMessages } from "@/components/operator/messages/meta-ids-messages";
import { MetaIdsUpload } from "@/components/operator/meta-ids-upload";
import { requireOperator } from "@/lib/auth/require-operator";

export const metadata: Metadata = { title: metaIdsMessages.title };

/** Where an operator feeds in Meta's list of the people whose callback failed. */
export default async function MetaIdsPage() {
  await requireOperator("/operator/meta-ids");

  return (
    <DeskPage title={metaIdsMessages.title} lead={metaIdsMessages.lead}>
      <MetaIdsUpload address="/api/operator/meta-ids" />
    </DeskPage>
  );
}
