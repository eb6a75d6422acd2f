"use server";

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReceiptView } from "@/components/erasure/receipt/receipt-view";
import { Callout } from "@/components/ui/callout";
import { database } from "@/lib/database";
import { checkReceipt as check, publishedKeys } from "@/lib/receipts";
import { maxReceiptLength } from "@/lib/receipts/schemas";
import { safely } from "@/lib/safely";

/** Says whether a receipt is one of ours and what it says. Anybody may ask; nothing is stored. */
export async function checkReceipt(_found: ReactNode, form: FormData): Promise<ReactNode> {
  const text = await textIn(form);
  const checked = await safely("check-receipt", async () =>
    check(text, await publishedKeys(database().db)),
  );
  const t = await getTranslations("receipt.check");
  if (checked.outcome !== "valid") {
    return <Callout tone="danger" title={t(checked.outcome)} />;
  }
  return (
    <div className="grid gap-8">
      <Callout tone="success" title={t("valid")} />
      <ReceiptView receipt={checked.receipt} keyId={checked.keyId} />
    </div>
  );
}

/** The file where one was chosen, or else what was pasted; nothing of what is too long. */
async function textIn(form: FormData): Promise<string> {
  const [file, text] = [form.get("file"), form.get("text")];
  if (file instanceof File && file.size > 0) {
    return file.size > maxReceiptLength ? "" : await file.text();
  }
  return typeof text === "string" ? text : "";
}
