import { sql } from "drizzle-orm";
import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actorKind } from "./actors";
import { instant, timeOrderedId } from "./columns";

export const requestState = pgEnum("erasure_request_state", [
  "unverified",
  "verified",
  "in_review",
  "scheduled",
  "on_hold",
  "purging",
  "verifying",
  "completed",
  "completed_with_retentions",
  "failed",
  "refused",
  "cancelled",
  "expired",
]);
export const requestChannel = pgEnum("erasure_request_channel", [
  "workspace_settings",
  "account_settings",
  "crm",
  "form",
  "email",
  "meta_callback",
  "meta_deauthorize",
  "operator",
]);
export const requesterKind = pgEnum("erasure_requester_kind", [
  "workspace_admin",
  "account_holder",
  "representative",
  "end_customer",
  "meta",
  "operator",
]);
export const subjectKind = pgEnum("erasure_subject_kind", [
  "workspace",
  "contact",
  "account",
  "meta_user",
]);
/** GDPR 12(3): what may make an answer take longer; the last is a vendor's own promise. */
export const extensionReason = pgEnum("erasure_extension_reason", [
  "complexity",
  "number_of_requests",
  "more_proof_needed",
]);
export const refusalReason = pgEnum("erasure_refusal_reason", [
  "no_matching_data",
  "not_authorised",
  "identity_not_verified",
  "sole_owner",
  "ask_the_controller",
  "legal_obligation",
  "legal_claims",
]);

/** What people look at before a verified request goes on. */
export const requestReview = pgEnum("erasure_review", ["authorisation", "identity", "forwarding"]);

/**
 * A request to be forgotten, and afterwards the record that we did.
 *
 * No foreign keys: the row outlives its subject. `subjectDigest` is a keyed hash, so a completed
 * request names nobody. `sealed` holds, encrypted, what must be readable until the end (the
 * address to write to, the ids to match); it is destroyed after the last mail. `subjectId` is the
 * subject's own opaque key while there is one.
 */
export const erasureRequests = pgTable(
  "erasure_requests",
  {
    id: timeOrderedId().primaryKey(),
    confirmationCode: text("confirmation_code").notNull(),
    channel: requestChannel("channel").notNull(),
    requesterKind: requesterKind("requester_kind").notNull(),
    subjectKind: subjectKind("subject_kind").notNull(),
    subjectDigest: text("subject_digest").notNull(),
    subjectId: uuid("subject_id"),
    /** A keyed hash of the address a form was filled in for: so much mail to one address and no more. */
    addressDigest: text("address_digest"),
    identifierDigests: text("identifier_digests").array(),
    sealed: text("sealed"),
    state: requestState("state").notNull(),
    refusalReason: refusalReason("refusal_reason"),
    /** Why it waited, or waits, for people; null when nobody had to look. */
    review: requestReview("review"),
    locale: text("locale").notNull().default("en"),
    policyProfile: text("policy_profile").notNull(),
    policyVersion: text("policy_version").notNull(),
    receivedAt: instant("received_at").notNull(),
    acknowledgeBy: instant("acknowledge_by").notNull(),
    dueAt: instant("due_at").notNull(),
    firstDueAt: instant("first_due_at"),
    extendedAt: instant("extended_at"),
    extensionReason: extensionReason("extension_reason"),
    /** The request that a duplicate was closed in favour of. */
    mergedIntoId: uuid("merged_into_id"),
    verifiedAt: instant("verified_at"),
    purgeAfter: instant("purge_after"),
    closedAt: instant("closed_at"),
    /** When the last encrypted backup from before has rolled off, by the promise then in force. */
    backupsGoneBy: instant("backups_gone_by"),
    /** When none of them was left, asked of the store. */
    backupsGoneAt: instant("backups_gone_at"),
    /** What was kept when it ended: `{ retention, category, rows, until }[]`, no identity. */
    retained: jsonb("retained"),
  },
  (t) => [
    uniqueIndex("erasure_requests_confirmation_code_key").on(t.confirmationCode),
    uniqueIndex("erasure_requests_one_open_per_subject")
      .on(t.subjectKind, t.subjectDigest)
      .where(
        sql`${t.state} not in ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')`,
      ),
    index("erasure_requests_backups_idx")
      .on(t.backupsGoneBy)
      .where(sql`${t.backupsGoneBy} is not null and ${t.backupsGoneAt} is null`),
    index("erasure_requests_state_due_idx").on(t.state, t.dueAt, t.id),
    index("erasure_requests_open_due_idx")
      .on(t.dueAt, t.id)
      .where(
        sql`${t.state} not in ('completed', 'completed_with_retentions', 'refused', 'cancelled', 'expired')`,
      ),
    index("erasure_requests_received_idx").on(t.receivedAt, t.id),
    index("erasure_requests_closed_idx").on(t.closedAt, t.id).where(sql`${t.closedAt} is not null`),
    index("erasure_requests_identifiers_idx").using("gin", t.identifierDigests),
    index("erasure_requests_subject_idx").on(t.subjectId),
    index("erasure_requests_subject_digest_idx").on(t.subjectDigest),
    index("erasure_requests_address_idx").on(t.addressDigest, t.receivedAt),
  ],
);

/** One step of a request's life: from where, to where, when, and by what kind of actor. */
export const erasureTransitions = pgTable(
  "erasure_transitions",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    fromState: requestState("from_state"),
    toState: requestState("to_state").notNull(),
    actorKind: actorKind("actor_kind").notNull(),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("erasure_transitions_request_idx").on(t.requestId, t.occurredAt)],
);

/** The secret in a verification mail, as a digest. Single use; a newer one does not end an older. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    tokenDigest: text("token_digest").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    uniqueIndex("verification_tokens_digest_key").on(t.tokenDigest),
    index("verification_tokens_request_idx").on(t.requestId),
  ],
);

export const mailState = pgEnum("erasure_mail_state", ["queued", "sent", "failed"]);

/** A mail that a request owes somebody: which one, and what became of it. The address is not here. */
export const erasureMails = pgTable(
  "erasure_mails",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    message: text("message").notNull(),
    state: mailState("state").notNull().default("queued"),
    providerId: text("provider_id"),
    errorCode: text("error_code"),
    queuedAt: instant("queued_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    index("erasure_mails_request_idx").on(t.requestId),
    index("erasure_mails_provider_idx").on(t.providerId).where(sql`${t.providerId} is not null`),
  ],
);

/**
 * The secret in a mail by which a scheduled request can be taken back, as a digest. It works for as
 * long as the request can be cancelled.
 */
export const cancellationTokens = pgTable(
  "erasure_cancellation_tokens",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    tokenDigest: text("token_digest").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("erasure_cancellation_tokens_digest_key").on(t.tokenDigest),
    index("erasure_cancellation_tokens_request_idx").on(t.requestId),
  ],
);
