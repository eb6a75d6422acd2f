import { z } from "zod";
import { ConfirmationCode } from "./schemas";

const Instant = z.iso.datetime();
const Rows = z.int().nonnegative();
const Counted = z.array(z.strictObject({ category: z.string(), rows: Rows }));

/** What a receipt shows, in its own words: whoever reads it is to believe no more than this. */
export const receiptStatement =
  "The issuer asserts that it carried out this erasure, and that a search afterwards found nothing of the subject in its systems but what is listed here. The signature proves who asserts this and that nothing was altered. It does not prove that no copy exists anywhere.";

/**
 * What is asserted about a completed erasure: counts, times and exceptions; no identity.
 *
 * It is the payload of the signed receipt. Field by field it is a promise to those who kept an older
 * one: a change of meaning takes a new `version`.
 */
export const Receipt = z.strictObject({
  version: z.literal(1),
  /** The platform's own address; the keys to check with are published under it. */
  issuer: z.url(),
  statement: z.string(),
  confirmationCode: ConfirmationCode,
  subject: z.enum(["workspace", "contact", "account", "meta_user"]),
  /** The promises in force when the request was made. */
  policy: z.strictObject({ profile: z.string(), version: z.string() }),
  receivedAt: Instant,
  verifiedAt: Instant.nullable(),
  startedAt: Instant,
  /** When the last row was gone. */
  purgedAt: Instant,
  /** When the search had found nothing left. */
  completedAt: Instant,
  /** Rows that are gone. */
  erased: Counted,
  /** Stored files whose bytes are gone from the object store; absent from older receipts. */
  files: Rows.optional(),
  /** Rows of others, from which the subject was taken out. */
  unlinked: Counted,
  /** Rows of others that rightly name the subject: somebody else's own words and records. */
  mentioned: Counted,
  retained: z.array(
    z.strictObject({
      category: z.string(),
      retention: z.string(),
      basis: z.string().nullable(),
      rows: Rows,
      until: Instant.nullable(),
    }),
  ),
  /** The record of the request itself, this receipt included, which names nobody. */
  record: z.strictObject({
    retention: z.literal("request_ledger"),
    basis: z.string().nullable(),
    until: Instant.nullable(),
  }),
  /** Other systems that had received the data, what was asked of each, and how it ended. */
  recipients: z.array(
    z.strictObject({
      recipient: z.string(),
      act: z.string(),
      done: Rows,
      alreadyGone: Rows,
      /** What could not be done, and why, as a code. */
      failed: Rows,
      reason: z.string().nullable(),
      lastAt: Instant.nullable(),
      /**
       * Until when at the latest what telling it again takes (credentials, and the ids or addresses
       * that failed) is kept, sealed; null where nothing is. Absent from older receipts.
       */
      keptUntil: Instant.nullable().optional(),
    }),
  ),
  /** When the last encrypted backup is overwritten; null where no backups are kept. */
  backupsGoneBy: Instant.nullable(),
});
export type Receipt = z.infer<typeof Receipt>;
