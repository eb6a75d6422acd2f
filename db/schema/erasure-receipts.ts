import { jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What was asserted about a completed request, as it was signed: a compact JWS, the same for ever.
 *
 * Written once, in the transaction that completes the request. It names nobody.
 */
export const erasureReceipts = pgTable("erasure_receipts", {
  requestId: uuid("request_id").primaryKey(),
  keyId: text("key_id").notNull(),
  jws: text("jws").notNull(),
  issuedAt: instant("issued_at").notNull(),
});

/**
 * The keys that receipts are signed with: one in use, and those before it.
 *
 * The private half is sealed under the platform's master key and destroyed when the key is retired;
 * the public half stays for as long as a receipt may be shown to somebody.
 */
export const erasureReceiptKeys = pgTable(
  "erasure_receipt_keys",
  {
    /** The public key's thumbprint (RFC 7638). */
    id: text("id").primaryKey(),
    publicKey: jsonb("public_key").notNull(),
    sealedPrivateKey: text("sealed_private_key"),
    createdAt: instant("created_at").notNull(),
    retiredAt: instant("retired_at"),
  },
  // PostgreSQL 15: at most one key is not retired.
  (t) => [unique("erasure_receipt_keys_one_in_use").on(t.retiredAt).nullsNotDistinct()],
);
