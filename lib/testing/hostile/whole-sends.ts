import { createHmac, randomUUID } from "node:crypto";
import { signWebhook } from "@/lib/inbound";
import { whatsAppDelivery } from "../whatsapp-delivery";
import { hostileSettings, type Sent } from "./hostile-routes";

/** What there is to be asked for: of a workspace, and a request with a proof of its own. */
type Wanted = {
  workspace: string;
  attachment: string;
  export: string;
  /** The query of the export's link. */
  link: string;
  code: string;
  proofId: string;
};

type Sends = Partial<Record<"GET" | "POST", Partial<Sent>>>;

const { appUrl, metaSecret, whatsappSecret, verifyToken, webhookSecret } = hostileSettings;

/** For every route and each of its methods what is sent as it should be, to which there is an answer. */
export function wholeSends(wanted: Wanted): Readonly<Record<string, Sends>> {
  const { workspace, attachment, link, code, proofId } = wanted;
  const headers = { origin: appUrl };
  const nothing = { GET: {} };
  return {
    "app/(crm)/[workspace]/contacts/import/results/route.ts": {
      POST: { params: { workspace }, headers, body: "name,phone\nAda,+447700900555\n" },
    },
    "app/(crm)/[workspace]/media/[attachment]/route.ts": {
      GET: { params: { workspace, attachment } },
    },
    "app/(crm)/[workspace]/settings/backups/[export]/download/route.ts": {
      GET: { path: `/?${link}`, params: { workspace, export: wanted.export } },
    },
    "app/(crm)/account/export/route.ts": nothing,
    "app/(operator)/operator/requests/[code]/proofs/[id]/route.ts": {
      GET: { params: { code, id: proofId } },
    },
    "app/(operator)/operator/requests/export/route.ts": nothing,
    "app/api/auth/[...nextauth]/route.ts": {
      GET: { path: "/api/auth/csrf", params: { nextauth: ["csrf"] } },
      POST: {
        path: "/api/auth/signout",
        params: { nextauth: ["signout"] },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ csrfToken: "c".repeat(64), json: "true" }).toString(),
      },
    },
    "app/api/data-deletion/[code]/receipt/route.ts": { GET: { params: { code } } },
    "app/api/data-deletion/[code]/route.ts": { GET: { params: { code } } },
    "app/api/health/route.ts": nothing,
    "app/api/health/live/route.ts": nothing,
    "app/api/meta/data-deletion/route.ts": { GET: {}, POST: signedByMeta() },
    "app/api/meta/deauthorize/route.ts": { GET: {}, POST: signedByMeta() },
    "app/api/operator/meta-ids/route.ts": { POST: { headers, body: "1000200030004000\n" } },
    "app/api/receipt-keys/route.ts": nothing,
    "app/api/webhooks/resend/route.ts": { POST: signedByResend() },
    "app/api/webhooks/whatsapp/route.ts": {
      GET: { path: `/?hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=7` },
      POST: signedByWhatsApp(workspace),
    },
    "app/sign-in/ended/route.ts": nothing,
  };
}

function signedByMeta(): Partial<Sent> {
  const payload = { algorithm: "HMAC-SHA256", issued_at: 1_770_000_000, user_id: "1000200030004" };
  const encoded = Buffer.from(JSON.stringify(payload)).toString("base64url");
  const signature = createHmac("sha256", metaSecret).update(encoded).digest("base64url");
  return {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ signed_request: `${signature}.${encoded}` }).toString(),
  };
}

function signedByResend(): Partial<Sent> {
  const data = { email_id: "56761188-7520-42d8-8898-ff6fc54ce618" };
  const event = { type: "email.bounced", created_at: "2026-11-22T12:00:00.000Z", data };
  return signWebhook(JSON.stringify(event), { secret: webhookSecret, deliveryId: randomUUID() });
}

function signedByWhatsApp(workspace: string): Partial<Sent> {
  const from = "447700900123";
  const message = { id: "wamid.w", from, timestamp: "1770000000", type: "text" };
  const body = JSON.stringify(
    whatsAppDelivery({
      phoneNumberId: `phone-${workspace}`,
      names: { [from]: "Ada" },
      messages: [{ ...message, text: { body: "Hello" } }],
    }),
  );
  const signature = createHmac("sha256", whatsappSecret).update(body).digest("hex");
  return { body, headers: { "x-hub-signature-256": `sha256=${signature}` } };
}
