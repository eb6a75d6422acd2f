import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckReceiptForm } from "@/components/erasure/receipt/check-receipt-form";
import { PageHeader } from "@/components/ui/page-header";
import { ClientWords } from "@/components/words/client-words";
import { checkReceipt } from "./check-receipt";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipt.check");

  return { title: t("title") };
}

/** Where anybody checks a receipt, without an account. */
export default async function CheckReceiptPage() {
  const t = await getTranslations("receipt.check");

  return (
    <div className="max-w-[44rem] pt-12 sm:pt-20">
      <PageHeader look="display" title={t("title")} lead={t("lead")} className="mb-10" />
      <ClientWords areas={["receipt", "site", "vocabulary"]}>
        <CheckReceiptForm action={checkReceipt} />
      </ClientWords>
    </div>
  );
}
