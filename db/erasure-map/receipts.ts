import { notAbout, retain, unreachable } from "@/lib/erasure/engine";
import type { erasureReceiptKeys, erasureReceipts, erasureTombstoneLog } from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, namesNobody } from "./vocabulary";

const asLedger = retain("request_ledger", namesNobody);

const asTombstone = retain(
  "request_ledger",
  unreachable("names its subjects by random ids, which lead to nothing but a copy that came back"),
);

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
  erasureTombstoneLog: {
    category: "requests",
    rows: {
      workspace: asTombstone,
      contact: asTombstone,
      account: asTombstone,
      meta_user: asTombstone,
    },
    columns: keep("sequence", "requestId", "entry", "erasedAt", "storedAt", "isToReplay"),
  },
} satisfies VerdictsOn<{
  erasureReceipts: typeof erasureReceipts;
  erasureReceiptKeys: typeof erasureReceiptKeys;
  erasureTombstoneLog: typeof erasureTombstoneLog;
}>;
