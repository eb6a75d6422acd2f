import { useTranslations } from "next-intl";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { isolated } from "@/components/words/isolated";
import { Moment } from "@/components/words/moment";
import type { Receipt } from "@/lib/erasure/receipt";
import { ReceiptCounts } from "./receipt-counts";
import { ReceiptRecipients } from "./receipt-recipients";
import { ReceiptRetained } from "./receipt-retained";

type ReceiptViewProps = { receipt: Receipt; keyId: string };

/** What a receipt says, for reading and for paper. */
export function ReceiptView({ receipt, keyId }: ReceiptViewProps) {
  const t = useTranslations("receipt");
  const { erased, unlinked, mentioned, recipients } = receipt;

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <p className="text-ink-muted text-lg leading-relaxed">{t("statement")}</p>
      <Facts receipt={receipt} keyId={keyId} />
      <ReceiptCounts title={t("erased")} counts={erased} />
      <ReceiptRetained {...receipt} />
      {unlinked.length > 0 && <ReceiptCounts title={t("unlinked")} counts={unlinked} />}
      {mentioned.length > 0 && <ReceiptCounts title={t("mentioned")} counts={mentioned} />}
      {recipients.length > 0 && <ReceiptRecipients recipients={recipients} />}
    </div>
  );
}

function Facts({ receipt, keyId }: ReceiptViewProps) {
  const t = useTranslations("receipt.facts");
  const moment = (key: string, term: string, at: string | null): DataListItem[] =>
    at === null ? [] : [{ key, term, value: <Moment value={new Date(at)} precision="minute" /> }];

  return (
    <DataList
      items={[
        { key: "code", term: t("code"), value: isolated(receipt.confirmationCode) },
        { key: "issuer", term: t("issuer"), value: isolated(receipt.issuer) },
        ...moment("received", t("received"), receipt.receivedAt),
        ...moment("verified", t("verified"), receipt.verifiedAt),
        ...moment("started", t("started"), receipt.startedAt),
        ...moment("purged", t("purged"), receipt.purgedAt),
        ...moment("completed", t("completed"), receipt.completedAt),
        ...(receipt.files ? [{ key: "files", term: t("files"), value: receipt.files }] : []),
        ...moment("backups", t("backups"), receipt.backupsGoneBy),
        { key: "policy", term: t("policy"), value: isolated(receipt.policy.version) },
        {
          key: "key",
          term: t("key"),
          value: <span className="break-all">{isolated(keyId)}</span>,
        },
      ]}
    />
  );
}
