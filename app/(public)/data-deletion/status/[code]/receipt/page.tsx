import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ReceiptSaving } from "@/components/erasure/receipt/receipt-saving";
import { ReceiptView } from "@/components/erasure/receipt/receipt-view";
import { TooManyTries } from "@/components/erasure/too-many-tries";
import { PageHeader } from "@/components/ui/page-header";
import { readReceipt } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { keyIdOf, signedReceipt } from "@/lib/receipts";
import { lookUp, shutOut } from "../../../../look-up";

type ReceiptPageProps = { params: Promise<{ code: string }> };

const receiptOf = cache((code: string) =>
  lookUp(
    "/data-deletion/status/[code]/receipt",
    () => readReceipt(erasureContext({ type: "requester" }), code),
    (receipt) => receipt === null,
  ),
);

export async function generateMetadata({ params }: ReceiptPageProps): Promise<Metadata> {
  const receipt = await receiptOf((await params).code);
  if (receipt !== shutOut && receipt?.jws == null) notFound();
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
  const receipt = await receiptOf(code);
  if (receipt === shutOut) return <TooManyTries />;
  const jws = receipt?.jws ?? null;
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
