import { randomUUID } from "node:crypto";
import { z } from "zod";
import { signWebhook } from "@/lib/inbound";
import type { DemoFacts } from "../demo/demo-facts";
import type { DemoMail } from "../demo/mail-front";
import { MailSendError } from "./mail-send-error";

type Demo = Pick<DemoFacts, "appUrl" | "inboxUrl" | "resendWebhookSecret">;

const Taken = z.object({ id: z.string() });

/**
 * Puts a mail into the demo's mail server, and tells the app of it as Resend does.
 *
 * @returns the id under which it can be fetched, and what the app answered.
 * @throws {MailSendError} when the demo has no mail server of its own, or nothing answers.
 */
export async function sendToDemo(
  { appUrl, inboxUrl, resendWebhookSecret: secret }: Demo,
  mail: DemoMail,
): Promise<{ id: string; status: number }> {
  if (inboxUrl === null) {
    throw new MailSendError("The demo was started with another mail provider: write to that one.");
  }
  const taken = await post(new URL("/emails/receiving", inboxUrl), {
    body: JSON.stringify(mail),
    headers: { "content-type": "application/json" },
  });
  const { id } = Taken.parse(await taken.json());
  const event = { type: "email.received", created_at: new Date().toISOString() };
  const { from, to, subject } = mail;
  const signed = signWebhook(
    { ...event, data: { email_id: id, from, to, subject } },
    { secret, deliveryId: `msg_${randomUUID()}` },
  );
  return { id, status: (await post(new URL("/api/webhooks/resend", appUrl), signed)).status };
}

async function post(
  address: URL,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<Response> {
  try {
    return await fetch(address, { method: "POST", body, headers });
  } catch (error) {
    throw new MailSendError(`Nothing answers at ${address}. Is the demo running?`, {
      cause: error,
    });
  }
}
