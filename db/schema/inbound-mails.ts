import { index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actorKind } from "./actors";
import { instant, timeOrderedId } from "./columns";

/**
 * `received`: not read yet. `understood`: belongs to a request. `waiting`: for an operator to read.
 * `set_aside`: sent by a machine, so nobody answers it. `settled`: an operator has dealt with it.
 */
export const inboundMailState = pgEnum("inbound_mail_state", [
  "received",
  "understood",
  "waiting",
  "set_aside",
  "settled",
]);

/** Why a mail waits for people, or is answered by nobody. */
export const inboundMailReason = pgEnum("inbound_mail_reason", [
  "unclear",
  "reply",
  "no_sender",
  "channel_closed",
  "not_fetched",
  "automatic",
  "bounce",
  "mailing_list",
  "own_mail",
  "too_many",
]);

/** What an operator did about a mail. */
export const inboundMailOutcome = pgEnum("inbound_mail_outcome", [
  "request_opened",
  "answered",
  "no_request",
]);

/**
 * A mail that reached us, from the provider's notice to its end.
 *
 * `sealed` holds, encrypted, who wrote what; it is destroyed when an operator has dealt with the
 * mail, when the request it belongs to ends, or after a period. `senderDigest` is a keyed hash of
 * the address it claims to come from, and goes with it.
 */
export const inboundMails = pgTable(
  "inbound_mails",
  {
    id: timeOrderedId().primaryKey(),
    /** The provider's id, by which the mail is fetched; a repeated notice finds it. */
    providerId: text("provider_id").notNull(),
    state: inboundMailState("state").notNull().default("received"),
    reason: inboundMailReason("reason"),
    outcome: inboundMailOutcome("outcome"),
    requestId: uuid("request_id"),
    senderDigest: text("sender_digest"),
    sealed: text("sealed"),
    receivedAt: instant("received_at").notNull(),
    readAt: instant("read_at"),
    settledAt: instant("settled_at"),
    settledBy: actorKind("settled_by"),
  },
  (t) => [
    uniqueIndex("inbound_mails_provider_key").on(t.providerId),
    index("inbound_mails_state_idx").on(t.state, t.id),
    index("inbound_mails_request_idx").on(t.requestId),
  ],
);

/**
 * Webhook deliveries that have been taken, so that a repeated one changes nothing.
 *
 * The sender's own id of the delivery and two times, and no word of what it said.
 */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    source: text("source").notNull(),
    deliveryId: text("delivery_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** From then on a repeat is no longer expected, and this may go. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.deliveryId] }),
    index("webhook_deliveries_expiry_idx").on(t.expiresAt),
  ],
);

export const mailEventKind = pgEnum("mail_event_kind", [
  "delivered",
  "suppressed",
  "failed",
  "bounced",
  "complained",
]);

/**
 * What the provider reported of a mail that we sent, by the provider's id of it.
 *
 * A report may come before we have recorded that id, and in any order, so it is kept by itself and
 * joined to `erasure_mails.provider_id` when somebody looks.
 */
export const mailEvents = pgTable(
  "mail_events",
  {
    providerId: text("provider_id").notNull(),
    kind: mailEventKind("kind").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.kind] }),
    index("mail_events_recorded_idx").on(t.recordedAt),
  ],
);
