import { expect } from "vitest";
import type { ErasureContext } from "@/lib/erasure/context";
import type { TestWorkspace } from "@/lib/testing/create-workspace";
import { sentMessage, whatsAppDelivery } from "@/lib/testing/whatsapp-delivery";
import { ingestWebhook } from "../ingest-webhook";
import { WebhookPayload } from "../webhook-payload";

const second = 1_000;

/** What somebody wrote, or chose in WhatsApp's settings; `from` is their number without a sign. */
export type Said =
  | { from: string; at: Date; text: string }
  | { from: string; at: Date; chose: string };

/** Delivers what was said to a workspace, and answers with what became of it. */
export function teller(ctx: ErasureContext, { slug }: TestWorkspace) {
  let count = 0;
  const phoneNumberId = `phone-${slug}`;
  const deliveryOf = (one: Said & { id?: string }) => {
    if ("chose" in one) return chosenIn(phoneNumberId, one);
    count += 1;
    const id = one.id ?? `wamid.${slug}.said.${count}`;
    const message = sentMessage({ id, from: one.from, at: one.at, text: { body: one.text } });
    return whatsAppDelivery({ phoneNumberId, messages: [message] });
  };
  return async (...all: (Said & { id?: string })[]) => {
    const entry = all.flatMap((one): unknown[] => deliveryOf(one).entry);
    const payload = WebhookPayload.parse({ object: "whatsapp_business_account", entry });
    const { outcomes, errors } = await ingestWebhook(ctx, payload);
    expect(errors).toEqual([]);
    return outcomes;
  };
}

/** What Meta tells of a choice that somebody made in WhatsApp's settings. */
function chosenIn(phone_number_id: string, { from, at, chose }: Said & { chose: string }) {
  const preference = {
    wa_id: from,
    detail: `User requested to ${chose} marketing messages`,
    category: "marketing_messages",
    value: chose,
    timestamp: Math.floor(+at / second),
  };
  const value = { metadata: { phone_number_id }, user_preferences: [preference] };
  return { entry: [{ id: "102290129340398", changes: [{ field: "user_preferences", value }] }] };
}
