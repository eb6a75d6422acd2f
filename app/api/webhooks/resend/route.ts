import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { readWebhook, receiveWebhook, type WebhookFault } from "@/lib/inbound";
import { log } from "@/lib/log";
import { readBody } from "@/lib/read-body";
import { safely } from "@/lib/safely";
import { answering } from "../../answering";
import { bodyRefusals } from "../../body-refusals";
import { problem } from "../../problem";
import { refused } from "../../refused";

export const dynamic = "force-dynamic";

const route = "/api/webhooks/resend";

/** A notice carries no body and no files, so it is short; a thousand addresses still fit. */
const maxBytes = 256 * 1024;

const faults: Record<WebhookFault, string> = {
  signature_mismatch: "The body was not signed with this app's secret, or too long ago.",
  payload_malformed: "What was signed is no event as the provider describes it.",
};

/**
 * What the mail provider reports: a mail came in, or one of ours was delivered, bounced or was
 * complained about.
 *
 * Answers as soon as it is recorded; the worker fetches and reads the mail. A repeated delivery and
 * an event of no interest are answered alike, so that the provider stops repeating them.
 */
export const POST = answering(async (request) => {
  const { RESEND_API_KEY: apiKey, RESEND_WEBHOOK_SECRET: webhookSecrets } = env();
  if (webhookSecrets === undefined) {
    log.error("A webhook came in, and RESEND_WEBHOOK_SECRET is not set.", { route });
    return problem(503, "not_configured", "This app has no secret to check the signature with.");
  }
  const sent = await readBody(request, maxBytes);
  if (!sent.ok) {
    return await refused(request, { route, code: sent.code, ...bodyRefusals[sent.code] });
  }

  const read = readWebhook(sent.body, request.headers, { apiKey, webhookSecrets });
  if (!read.ok) {
    return await refused(request, {
      route,
      code: read.code,
      status: 400,
      title: faults[read.code],
    });
  }
  const { deliveryId, event } = read;
  if (event !== null) {
    const code = await safely(route, () =>
      receiveWebhook(erasureContext({ type: "system" }), { deliveryId, event }),
    );
    log.info("A webhook was received", { route, code });
  }
  return Response.json({ received: true }, { headers: { "Cache-Control": "no-store" } });
});
