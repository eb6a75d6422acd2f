import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { tenantColumns, tenantConstraints } from "./tenancy";

/**
 * That what was sent from an address before `frozenAt` is not to be taken in any more: whoever had
 * it was erased. A provider delivers for days what it could not deliver at once.
 *
 * `addressDigest` is the keyed digest of a phone number or e-mail address that nobody else in the
 * workspace had. Personal still, so it is kept no longer than late deliveries and lists can be.
 */
export const addressTombstones = pgTable(
  "address_tombstones",
  {
    ...tenantColumns(),
    addressDigest: text("address_digest").notNull(),
    frozenAt: instant("frozen_at").notNull(),
    /** The request that wrote it, and takes it away again when it ends before its purge began. */
    requestId: uuid("request_id").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    index("address_tombstones_digest_idx").on(t.workspaceId, t.addressDigest),
    index("address_tombstones_request_idx").on(t.workspaceId, t.requestId),
    index("address_tombstones_frozen_idx").on(t.frozenAt),
  ],
);
