import { z } from "zod";
import { PlainText } from "@/lib/erasure/schemas";

const Address = z.string().max(1_000);

/** As ISO 8601, or with a space and a zone of two digits. A time that cannot be read loses no event. */
const Instant = z
  .string()
  .max(64)
  .transform((text) => new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")))
  .refine((at) => at.getTime() > 0 && at.getFullYear() < 10_000)
  .nullable()
  .catch(null);

const ProviderId = PlainText.min(1).max(200);

const Received = z.object({
  type: z.literal("email.received"),
  created_at: Instant,
  data: z.object({
    email_id: ProviderId,
    from: Address,
    to: z.array(Address).max(1_000).catch([]),
    subject: z.string().max(20_000).nullish(),
  }),
});

const reported = {
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  "email.suppressed": "suppressed",
} as const;

const Reported = z.object({
  type: z.enum(Object.keys(reported) as (keyof typeof reported)[]),
  created_at: Instant,
  data: z.object({ email_id: ProviderId }),
});

/** What the provider tells us, as far as it is about mails that came in or that we sent. */
export const WebhookEvent = z
  .union([Received, Reported])
  .transform(({ created_at: occurredAt, ...event }) =>
    event.type === "email.received"
      ? {
          kind: "received" as const,
          providerId: event.data.email_id,
          occurredAt,
          from: event.data.from,
          subject: event.data.subject ?? "",
        }
      : { kind: reported[event.type], providerId: event.data.email_id, occurredAt },
  );
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** The types that {@link WebhookEvent} reads; whatever else is sent is of no interest. */
export const knownTypes: ReadonlySet<string> = new Set([
  "email.received",
  ...Object.keys(reported),
]);
