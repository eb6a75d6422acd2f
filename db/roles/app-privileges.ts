import * as schema from "@/db/schema";

/**
 * What the application's role may do, where that is not to read, add and change rows.
 *
 * It takes requests and carries none out: nothing that a customer's data is made of can be deleted by
 * it, whatever a hole in a page may let somebody say. What was recorded is not rewritten by it either.
 */
export const appPrivileges = {
  /** Rows that go at once when somebody signs out, leaves, takes back or is counted no more. */
  deletes: [
    schema.accountCodes,
    schema.addressTombstones,
    schema.apiTokens,
    schema.contactFences,
    schema.invitations,
    schema.memberships,
    schema.metaIdentities,
    schema.rateLimits,
    schema.requestFiles,
    schema.sessions,
    schema.storedObjects,
    schema.workspaceExports,
  ],
  /** Records that are added to, and never changed. */
  onlyAddsTo: [
    schema.addressTombstones,
    schema.auditLog,
    schema.contactFences,
    schema.erasureActs,
    schema.erasureTransitions,
  ],
  /** What a run is about, and what it has done, is its own to say: people stop it and have it begin again. */
  changesOnly: [
    schema.erasureRuns.state,
    schema.erasureRuns.endedAt,
    schema.erasureRuns.fence,
    schema.erasureRuns.leaseUntil,
    schema.erasureRuns.retryAfter,
    schema.erasureRuns.stoppedBy,
  ],
  /** What only the worker, or the owner, writes. */
  onlyReads: [
    schema.erasureReceipts,
    schema.erasureTombstoneLog,
    schema.invoices,
    schema.tombstones,
  ],
  /** Keys that nobody needs who signs nothing and changes no master key. Those tables it only reads. */
  neverSees: [schema.erasureReceiptKeys.sealedPrivateKey, schema.platformKeys.wrappedKey],
} as const;
