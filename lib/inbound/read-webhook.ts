import { Resend } from "resend";
import { z } from "zod";
import { knownTypes, WebhookEvent } from "./webhook-event";

export type WebhookFault = "signature_mismatch" | "payload_malformed";

export type ReadWebhook =
  | { ok: true; deliveryId: string; event: WebhookEvent | null }
  | { ok: false; code: WebhookFault };

/** Any of the secrets may have signed: while one is being replaced, two webhooks deliver. */
export type WebhookKeys = { apiKey: string; webhookSecrets: readonly string[] };

type Signed = Omit<WebhookVerification, "webhookSecret">;
type WebhookVerification = Parameters<Resend["webhooks"]["verify"]>[0];

const Typed = z.object({ type: z.string() });

/** As the provider makes them; a signed one that looks otherwise is not of its making. */
const DeliveryId = z.string().regex(/^[\w.-]{1,200}$/);

/**
 * Reads one of the provider's webhooks, whose signature over the body's own bytes, the delivery's id
 * and its time is checked by the provider's library: older than five minutes is refused, too.
 *
 * @returns an event of null for what is signed and of no interest here.
 */
export function readWebhook(body: Buffer, headers: Headers, keys: WebhookKeys): ReadWebhook {
  const id = headers.get("svix-id") ?? "";
  const deliveryId = DeliveryId.safeParse(id);
  if (!deliveryId.success) return { ok: false, code: "signature_mismatch" };

  const payload = body.toString("utf8");
  const signed = {
    payload,
    headers: {
      id,
      timestamp: headers.get("svix-timestamp") ?? "",
      signature: headers.get("svix-signature") ?? "",
    },
  };
  const isSigned = keys.webhookSecrets.some((secret) => isSignedWith(secret, signed, keys));
  return isSigned ? readEvent(deliveryId.data, payload) : { ok: false, code: "signature_mismatch" };
}

function isSignedWith(webhookSecret: string, signed: Signed, { apiKey }: WebhookKeys): boolean {
  try {
    new Resend(apiKey).webhooks.verify({ ...signed, webhookSecret });
    return true;
  } catch (error) {
    // Verified first, parsed then: what does not parse was signed.
    return error instanceof SyntaxError;
  }
}

function readEvent(deliveryId: string, payload: string): ReadWebhook {
  const json = parsed(payload);
  const typed = Typed.safeParse(json);
  if (!typed.success) return { ok: false, code: "payload_malformed" };
  if (!knownTypes.has(typed.data.type)) return { ok: true, deliveryId, event: null };

  const event = WebhookEvent.safeParse(json);
  return event.success
    ? { ok: true, deliveryId, event: event.data }
    : { ok: false, code: "payload_malformed" };
}

/** Undefined for what is no JSON. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
