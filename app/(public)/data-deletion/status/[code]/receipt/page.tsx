import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ReceiptSaving } from "@/components/erasure/receipt/receipt-saving";
import { ReceiptView } from "@/components/erasure/receipt/receipt-view";
import { PageHeader } from "@/components/ui/page-header";
import { readReceipt } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { keyIdOf, signedReceipt } from "@/lib/receipts";
import { safely } from "@/lib/safely";

type ReceiptPageProps = { params: Promise<{ code: string }> };

const receiptOf = cache((code: string) =>
  safely("/data-deletion/status/[code]/receipt", () =>
    readReceipt(erasureContext({ type: "requester" }), code),
  ),
);

export async function generateMetadata({ params }: ReceiptPageProps): Promise<Metadata> {
  if ((await receiptOf((await params).code))?.jws == null) notFound();
  const t = await getTranslations("receipt");

  return {
    title: t("title"),
    referrer: "no-referrer",
    robots: { index: false, follow: false },
  };
}

/** The receipt of a completed request, to be read and printed, for whoever holds its code. */
export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { code } = await params;
  const jws = (await receiptOf(code))?.jws ?? null;
  if (jws === null) notFound();
  const t = await getTranslations("receipt");

  return (
    <div className="max-w-[44rem] pt-12 sm:pt-20 print:pt-0">
      <PageHeader look="display" title={t("title")} className="mb-8" />
      <ReceiptSaving code={code} />
      <ReceiptView receipt={signedReceipt(jws)} keyId={keyIdOf(jws)} />
    </div>
  );
}
