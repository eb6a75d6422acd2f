import type { PgColumn } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";

/**
 * Every column that holds what the master key sealed or wrapped: what a new master key has to reach
 * before an old one may go. A test asks the schema whether one is missing.
 */
export const envelopeColumns: readonly PgColumn[] = [
  schema.workspaceKeys.wrappedKey,
  schema.requestFiles.wrappedKey,
  schema.platformKeys.wrappedKey,
  schema.erasureReceiptKeys.sealedPrivateKey,
  schema.erasureRequests.sealed,
  schema.erasureRuns.sealedIdentifiers,
  schema.erasureRecipientCalls.sealed,
  schema.inboundMails.sealed,
  schema.accountCodes.sealed,
  schema.invitations.sealedToken,
];
