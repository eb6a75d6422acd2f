import { sql } from "drizzle-orm";
import { index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actorKind } from "./actors";
import { instant, timeOrderedId } from "./columns";

export const actKind = pgEnum("erasure_act_kind", [
  "identity_verified",
  "details_opened",
  "question_asked",
  "question_answered",
  "deadline_extended",
  "deadline_moved",
  "started_early",
  "retried",
  "merged",
  "hold_placed",
  "hold_released",
  "purges_paused",
  "purges_resumed",
  "approved",
  "refused",
  "cancelled",
  "told_again",
]);

/**
 * What people did about a request, a hold or all purges; where that changed the request's state, beside it.
 *
 * `detail` holds ids of this ledger, dates and typed reasons, never what somebody wrote. Which
 * operator it was is known for as long as their account is there.
 */
export const erasureActs = pgTable(
  "erasure_acts",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id"),
    kind: actKind("kind").notNull(),
    actorKind: actorKind("actor_kind").notNull(),
    actorUserId: uuid("actor_user_id"),
    detail: jsonb("detail"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("erasure_acts_request_idx").on(t.requestId, t.occurredAt),
    index("erasure_acts_actor_idx").on(t.actorUserId).where(sql`${t.actorUserId} is not null`),
  ],
);

/**
 * A question that a requester was asked by mail, and whether it was answered.
 *
 * The words of both are sealed with the request; here is only what leads a reply to it, as a digest.
 */
export const erasureQuestions = pgTable(
  "erasure_questions",
  {
    id: timeOrderedId().primaryKey(),
    requestId: uuid("request_id").notNull(),
    tokenDigest: text("token_digest").notNull(),
    askedAt: instant("asked_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    uniqueIndex("erasure_questions_digest_key").on(t.tokenDigest),
    index("erasure_questions_request_idx").on(t.requestId),
  ],
);
