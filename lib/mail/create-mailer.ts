import { Resend } from "resend";
import { Email } from "@/lib/erasure/schemas";
import { headerLine } from "./header-line";
import type { Delivery, Mailer } from "./mailer";
import { readDelivery } from "./read-delivery";

/** Long for an API call, short beside a job's time. */
const timeoutMilliseconds = 15_000;

/** Limits of the whole account: while one lasts, no mail would be taken. */
const limits = ["rate_limit_exceeded", "daily_quota_exceeded", "monthly_quota_exceeded"];

type MailerOptions = {
  apiKey: string;
  /** Another address than the provider's own: an emulator, a proxy. */
  baseUrl?: string | undefined;
  /** The sender, as `Name <address>`. */
  from: string;
  now?: () => Date;
};

type Pause = { code: string; until: number };

/**
 * A mailer over Resend. The mail's id is the idempotency key, which the provider keeps for 24 h.
 *
 * Told to wait, it waits for all mails: until then it answers without asking the provider again.
 *
 * What stands in a header is one line, and a mail has one reader: to what is no single address it sends
 * nothing, and does not try again.
 */
export function createMailer({
  apiKey,
  baseUrl,
  from,
  now = () => new Date(),
}: MailerOptions): Mailer {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  let pause: Pause = { code: "none", until: 0 };

  return {
    async send({ id, to, replyTo, subject, html, text }) {
      if (!Email.safeParse(to).success) {
        return { ok: false, code: "invalid_to_address", retryAfterSeconds: null };
      }
      const secondsLeft = Math.ceil((pause.until - now().getTime()) / 1000);
      if (secondsLeft > 0) return { ok: false, code: pause.code, retryAfterSeconds: secondsLeft };

      const response = await resend.emails.send(
        {
          from,
          to,
          replyTo,
          subject: headerLine(subject),
          html,
          text,
          // RFC 3834: keeps out-of-office replies from answering.
          headers: { "Auto-Submitted": "auto-generated" },
        },
        { idempotencyKey: id, signal: AbortSignal.timeout(timeoutMilliseconds) },
      );
      const delivery = readDelivery(response);
      pause = pauseAfter(delivery, now()) ?? pause;
      return delivery;
    },
  };
}

function pauseAfter(delivery: Delivery, now: Date): Pause | null {
  if (delivery.ok || delivery.retryAfterSeconds === null) return null;
  if (!limits.includes(delivery.code)) return null;
  return { code: delivery.code, until: now.getTime() + delivery.retryAfterSeconds * 1000 };
}
