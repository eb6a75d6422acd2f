import { z } from "zod";

/** What an operator can look through: what waits, what machines sent, and what is dealt with. */
export const InboundFilter = z.enum(["waiting", "set_aside", "understood", "settled"]);
export type InboundFilter = z.infer<typeof InboundFilter>;

export const InboundReason = z.enum([
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
export type InboundReason = z.infer<typeof InboundReason>;

/**
 * What an operator does about a mail: opens a request for its sender's address, who then gets a
 * verification link; has answered it by hand; or finds that it asks for nothing.
 */
export const InboundOutcome = z.enum(["request_opened", "answered", "no_request"]);
export type InboundOutcome = z.infer<typeof InboundOutcome>;

export const SettleInbound = z.object({ inboundMailId: z.uuid(), outcome: InboundOutcome });
export type SettleInbound = z.infer<typeof SettleInbound>;

/** A page of the queue, as its address names it; what is no such thing is left out. */
export const InboundQuery = z.object({
  filter: InboundFilter.catch("waiting"),
  after: z.uuid().nullable().catch(null),
});

/** A mail as the queue shows it; who wrote about what is null once it is destroyed. */
export type InboundLine = {
  id: string;
  state: "received" | InboundFilter;
  reason: InboundReason | null;
  outcome: InboundOutcome | null;
  receivedAt: Date;
  settledAt: Date | null;
  written: { from: string; subject: string } | null;
};

/** A mail as an operator reads it. Without a text, it could not be fetched. */
export type InboundMail = InboundLine & {
  text: string | null;
  attachments: readonly { name: string | null; type: string; bytes: number }[];
  /** By which it can be looked up at the provider. */
  providerId: string;
  /** The confirmation code of the request that it belongs to, as long as that is kept. */
  requestCode: string | null;
};
