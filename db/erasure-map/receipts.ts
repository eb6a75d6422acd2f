import { notAbout, retain } from "@/lib/erasure/engine";
import type { erasureReceiptKeys, erasureReceipts } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, namesNobody } from "./vocabulary";

const asLedger = retain("request_ledger", namesNobody);

/** What was asserted of completed requests, and the keys it was signed with. */
export const receipts = {
  erasureReceipts: {
    category: "requests",
    rows: { workspace: asLedger, contact: asLedger, account: asLedger, meta_user: asLedger },
    columns: keep("requestId", "keyId", "jws", "issuedAt"),
  },
  erasureReceiptKeys: {
    category: "requests",
    rows: { workspace: notAbout, contact: notAbout, account: notAbout, meta_user: notAbout },
    columns: keep("id", "publicKey", "sealedPrivateKey", "createdAt", "retiredAt"),
  },
} satisfies VerdictsOn<{
  erasureReceipts: typeof erasureReceipts;
  erasureReceiptKeys: typeof erasureReceiptKeys;
}>;
