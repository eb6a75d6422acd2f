import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { log } from "@/lib/log";
import { readBody } from "@/lib/read-body";
import { safely } from "@/lib/safely";
import { ingestWebhook, isSigned, isVerifyToken, WebhookPayload } from "@/lib/whatsapp";
import { answering } from "../../answering";
import { bodyRefusals } from "../../body-refusals";
import { problem } from "../../problem";
import { refused } from "../../refused";

export const dynamic = "force-dynamic";

const route = "/api/webhooks/whatsapp";

/** Meta's own limit for a delivery. */
const maxBytes = 3 * 1024 * 1024;

/** Meta asks this once, to see that whoever entered the address here agreed on the token with it. */
export async function GET(request: Request): Promise<Response> {
  const { WHATSAPP_VERIFY_TOKEN: agreed } = env();
  if (agreed === undefined) return notConfigured("WHATSAPP_VERIFY_TOKEN");

  const query = new URL(request.url).searchParams;
  const isMeant = query.get("hub.mode") === "subscribe";
  const isKnown = isVerifyToken(query.get("hub.verify_token"), agreed);
  const challenge = query.get("hub.challenge");
  if (!isMeant || !isKnown || challenge === null || challenge.length > 1_000) {
    const title = "This is not the token that was agreed on.";
    return await refused(request, { route, code: "not_verified", status: 403, title });
  }
  return new Response(challenge, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

/**
 * What happens to the WhatsApp numbers of all workspaces: messages that came in, and what became of
 * those that went out.
 *
 * What is refused (for an erased contact, a frozen workspace, a number nobody has) is answered like what
 * is taken: Meta repeats for seven days whatever is not answered with 200. Only a failure of ours is
 * asked for again; what was taken of such a delivery is not taken twice.
 */
export const POST = answering(async (request) => {
  const { WHATSAPP_APP_SECRETS: secrets } = env();
  if (secrets === undefined) return notConfigured("WHATSAPP_APP_SECRETS");

  const read = await readBody(request, maxBytes);
  if (!read.ok) {
    return await refused(request, { route, code: read.code, ...bodyRefusals[read.code] });
  }
  const { body } = read;
  if (!isSigned(body, request.headers.get("x-hub-signature-256"), secrets)) {
    const title = "The body was not signed with this app's secret.";
    return await refused(request, { route, code: "signature_mismatch", status: 401, title });
  }
  const payload = WebhookPayload.safeParse(jsonIn(body));
  if (!payload.success) {
    log.warn("A webhook was refused", { route, code: "payload_malformed" });
    return problem(
      400,
      "payload_malformed",
      "What was signed is no delivery as Meta describes it.",
    );
  }
  const { outcomes, errors } = await safely(route, () =>
    ingestWebhook(erasureContext({ type: "meta" }), payload.data),
  );
  for (const [code, count] of Object.entries(outcomes)) {
    log.info("Parts of a webhook were settled", { route, code, count });
  }
  for (const error of errors) log.error("A part of a webhook failed.", { route, error });
  if (errors.length > 0) return problem(500, "not_taken", "Not all of it could be taken just now.");
  return Response.json({ received: true }, { headers: { "Cache-Control": "no-store" } });
});

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function notConfigured(variable: string): Response {
  log.error(`A webhook came in, and ${variable} is not set.`, { route });
  return problem(503, "not_configured", "This app has not been told how to check it.");
}
