import { createHmac } from "node:crypto";

type Signed = { body: string; headers: Record<string, string> };

/** A webhook as Resend posts it: HMAC over the delivery's id, its time and the body (Svix's scheme). */
export function signWebhook(
  event: unknown,
  { secret, deliveryId, at = new Date() }: { secret: string; deliveryId: string; at?: Date },
): Signed {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(`${deliveryId}.${timestamp}.${body}`)
    .digest("base64");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "svix-id": deliveryId,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${signature}`,
    },
  };
}
