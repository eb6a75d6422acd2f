"use server";

import { headers } from "next/headers";
import type { FoundReceipt } from "@/components/erasure/receipt/check-receipt-form";
import { database } from "@/lib/database";
import { formIn } from "@/lib/form-in";
import { clientLimits } from "@/lib/rate-limits/client-limits";
import { countClientTry } from "@/lib/rate-limits/client-tries";
import { checkReceipt as check, publishedKeys } from "@/lib/receipts";
import { maxReceiptLength } from "@/lib/receipts/schemas";
import { safely } from "@/lib/safely";

/** Says whether a receipt is one of ours and what it says. Anybody may ask; nothing is stored. */
export async function checkReceipt(
  _found: FoundReceipt | null,
  given: FormData,
): Promise<FoundReceipt> {
  const form = formIn(given);
  const [text, asked] = [await textIn(form), await headers()];
  return await safely("check-receipt", async () => {
    const wait = await countClientTry(clientLimits.receipt, asked);
    if (wait !== null) return { outcome: "too_many" };
    return await check(text, await publishedKeys(database().db));
  });
}

/** The file where one was chosen, or else what was pasted; nothing of what is too long. */
async function textIn(form: FormData): Promise<string> {
  const [file, text] = [form.get("file"), form.get("text")];
  if (file instanceof File && file.size > 0) {
    return file.size > maxReceiptLength ? "" : await file.text();
  }
  return typeof text === "string" ? text : "";
}
