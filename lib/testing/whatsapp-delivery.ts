import { createHmac } from "node:crypto";

export type SentMessage = { id: string; from: string; at: Date; [part: string]: unknown };

/** A message as Meta tells of it; a text unless something else is said. */
export function sentMessage({ id, from, at, ...rest }: SentMessage): Record<string, unknown> {
  return {
    id,
    from,
    timestamp: String(Math.floor(at.getTime() / 1000)),
    type: "text",
    ...("type" in rest ? {} : { text: { body: `Words of ${id}` } }),
    ...rest,
  };
}

type Happened = {
  phoneNumberId: string;
  names?: Record<string, string>;
  messages?: unknown[];
  statuses?: unknown[];
};

/** A delivery of WhatsApp's webhook, in the shape that Meta documents. */
export function whatsAppDelivery(...happened: Happened[]) {
  return {
    object: "whatsapp_business_account",
    entry: happened.map(({ phoneNumberId, names = {}, ...what }) => ({
      id: "102290129340398",
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: "15550100200", phone_number_id: phoneNumberId },
            contacts: Object.entries(names).map(([wa_id, name]) => ({ wa_id, profile: { name } })),
            ...what,
          },
        },
      ],
    })),
  };
}

/** As Meta posts it, signed over the bytes that are sent. */
export function postedDelivery(
  body: string | Uint8Array,
  secret: string,
  headers: Record<string, string> = {},
): Request {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return new Request("https://app.example.test/api/webhooks/whatsapp", {
    method: "POST",
    body: typeof body === "string" ? body : Buffer.from(body),
    headers: { "x-hub-signature-256": `sha256=${signature}`, ...headers },
  });
}
