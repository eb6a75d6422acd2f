import { createHmac } from "node:crypto";
import { sentMessage, whatsAppDelivery } from "@/lib/testing/whatsapp-delivery";

type Written = { phoneNumberId: string; from: string; id: string };

/** A delivery of WhatsApp's webhook: one customer writes one message to one number. */
export function deliveryOf({ phoneNumberId, from, id }: Written) {
  const text = { body: "Is my order on its way?" };
  const message = sentMessage({ id, from, at: new Date(), type: "text", text });
  return whatsAppDelivery({ phoneNumberId, names: { [from]: "Somebody" }, messages: [message] });
}

/** The same as it is posted, signed over the bytes that are sent. */
export function signedDelivery(written: Written, secret: string) {
  const body = JSON.stringify(deliveryOf(written));
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-hub-signature-256": `sha256=${signature}`,
  };
  return { headers, body };
}
