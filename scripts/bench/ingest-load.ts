import { randomUUID } from "node:crypto";
import { z } from "zod";
import { erasureContext } from "@/lib/erasure-context";
import { ingestWebhook, WebhookPayload } from "@/lib/whatsapp";
import { deliveryOf } from "./delivery-of";
import { workSteadily } from "./work-steadily";

/** What customers write to one number, in a process of its own with the app's environment. */
const Order = z.object({ phoneNumberId: z.string(), perSecond: z.number() });

/** So many customers write; most have written before. */
const customers = 500;

const { phoneNumberId, perSecond } = Order.parse(JSON.parse(process.argv[2] ?? "null"));
const ctx = erasureContext({ type: "meta" });

await workSteadily(perSecond, async (turn) => {
  const from = `49176${String(turn % customers).padStart(6, "0")}`;
  const delivery = deliveryOf({ phoneNumberId, from, id: `wamid.${randomUUID()}` });
  const { outcomes, errors } = await ingestWebhook(ctx, WebhookPayload.parse(delivery));
  if (errors.length > 0) throw errors[0];
  return Object.keys(outcomes).join();
});
