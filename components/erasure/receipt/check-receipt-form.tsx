"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import type { Receipt } from "@/lib/erasure/receipt";
import { ReceiptView } from "./receipt-view";

/** What a look at a receipt found. */
export type FoundReceipt =
  | { outcome: "valid"; keyId: string; receipt: Receipt }
  | { outcome: "altered" | "unknown_key" | "unreadable" | "too_many" };

type CheckReceiptFormProps = {
  action: (found: FoundReceipt | null, form: FormData) => Promise<FoundReceipt>;
};

/** Takes a receipt, pasted or as its file; the server says what it is. Works without scripts. */
export function CheckReceiptForm({ action }: CheckReceiptFormProps) {
  const t = useTranslations("receipt.check");
  const [found, submit, isBusy] = useActionState(action, null);

  return (
    <>
      <form action={submit} className="grid gap-6 print:hidden">
        <Field label={t("text")}>
          {(control) => (
            <TextArea
              {...control}
              name="text"
              rows={6}
              dir="ltr"
              spellCheck={false}
              className="font-mono text-sm"
            />
          )}
        </Field>
        <Field label={t("file")}>
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              accept=".jws,.json,.txt"
              className="min-h-11 w-full text-sm"
            />
          )}
        </Field>
        <div>
          <Button type="submit" isBusy={isBusy}>
            {t("button")}
          </Button>
        </div>
      </form>
      <div role="status" className="mt-10 grid gap-8">
        {found && (
          <Callout
            tone={found.outcome === "valid" ? "success" : "danger"}
            title={t(found.outcome)}
          />
        )}
        {found?.outcome === "valid" && <ReceiptView receipt={found.receipt} keyId={found.keyId} />}
      </div>
    </>
  );
}
