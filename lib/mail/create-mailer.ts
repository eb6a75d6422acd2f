import { Resend } from "resend";
import type { Mailer } from "./mailer";
import { readDelivery } from "./read-delivery";

/** Long for an API call, short beside a worker's lease. */
const timeoutMilliseconds = 15_000;

type MailerOptions = {
  apiKey: string;
  /** Another address than the provider's own: an emulator, a proxy. */
  baseUrl?: string | undefined;
  /** The sender, as `Name <address>`. */
  from: string;
};

/** A mailer over Resend. The mail's id is the idempotency key, which the provider keeps for 24 h. */
export function createMailer({ apiKey, baseUrl, from }: MailerOptions): Mailer {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });

  return {
    async send({ id, to, replyTo, subject, html, text }) {
      const response = await resend.emails.send(
        {
          from,
          to,
          replyTo,
          subject,
          html,
          text,
          // RFC 3834: keeps out-of-office replies from answering.
          headers: { "Auto-Submitted": "auto-generated" },
        },
        { idempotencyKey: id, signal: AbortSignal.timeout(timeoutMilliseconds) },
      );
      return readDelivery(response);
    },
  };
}
