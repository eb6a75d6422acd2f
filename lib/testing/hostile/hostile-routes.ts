import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { signWebhook } from "@/lib/inbound";
import { whatsAppDelivery } from "../whatsapp-delivery";
import type { HostileAction } from "./hostile-actions";
import { hostileText } from "./hostile-text";
import { hostileJson } from "./hostile-value";
import type { HostileWorld } from "./hostile-world";
import { spoiled } from "./spoiled";

/** What is sent to a route, and the parts of its address as Next would read them. */
export type Sent = {
  path: string;
  params: Record<string, string | string[]>;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

export type HostileRoute = {
  by: HostileAction["by"];
  /** For each method that it has. */
  sends: Partial<Record<"GET" | "POST", (world: HostileWorld) => fc.Arbitrary<Partial<Sent>>>>;
  /** How many bytes of a body it reads at most, where it reads any. */
  maxBytes?: number;
};

/** What the routes under test are configured with. */
export const hostileSettings = {
  appUrl: "https://app.example.test",
  metaSecret: "the secret of the Meta app",
  whatsappSecret: "the secret of the WhatsApp app",
  verifyToken: "the agreed token",
  webhookSecret: `whsec_${Buffer.alloc(24, 3).toString("base64")}`,
};

const { appUrl, metaSecret, whatsappSecret, verifyToken, webhookSecret } = hostileSettings;
const nowhere = "00000000-0000-7000-8000-00000000dead";
const code = "A".repeat(20);
const kib = 1024;

/** A row for every route: one that has none fails the test. */
export const hostileRoutes: Readonly<Record<string, HostileRoute>> = {
  "app/(crm)/[workspace]/contacts/import/results/route.ts": {
    by: "owner",
    maxBytes: 10 * kib * kib,
    sends: {
      POST: ({ mine }) =>
        withParams({ workspace: mine.slug }, { headers: { origin: appUrl } }, hostileList),
    },
  },
  "app/(crm)/[workspace]/media/[attachment]/route.ts": {
    by: "owner",
    sends: { GET: ({ mine }) => withParams({ workspace: mine.slug, attachment: nowhere }) },
  },
  "app/(crm)/[workspace]/settings/backups/[export]/download/route.ts": {
    by: "owner",
    sends: {
      GET: ({ mine }) =>
        withQuery(
          { until: "4070908800000", signature: "x".repeat(43) },
          withParams({ workspace: mine.slug, export: nowhere }),
        ),
    },
  },
  "app/(crm)/account/export/route.ts": { by: "signed_in", sends: { GET: () => fc.constant({}) } },
  "app/(operator)/operator/requests/[code]/proofs/[id]/route.ts": {
    by: "operator",
    sends: { GET: () => withParams({ code, id: nowhere }) },
  },
  "app/(operator)/operator/requests/export/route.ts": {
    by: "operator",
    sends: {
      GET: () =>
        withQuery({
          view: "todo",
          state: "in_review",
          channel: "form",
          subject: "account",
          due: "3",
          after: "2026-11-22",
        }),
    },
  },
  "app/api/auth/[...nextauth]/route.ts": {
    by: "nobody",
    maxBytes: 16 * kib,
    sends: {
      GET: () => withQuery({ callbackUrl: "/", error: "x", csrf: "true" }, authPath()),
      POST: () =>
        fc.tuple(authPath(), hostileCredentials()).map(([path, sent]) => ({ ...path, ...sent })),
    },
  },
  "app/api/data-deletion/[code]/receipt/route.ts": {
    by: "nobody",
    sends: { GET: () => withQuery({ as: "json" }, withParams({ code })) },
  },
  "app/api/data-deletion/[code]/route.ts": {
    by: "nobody",
    sends: { GET: () => withParams({ code }) },
  },
  "app/api/health/route.ts": { by: "nobody", sends: { GET: () => fc.constant({}) } },
  "app/api/health/live/route.ts": { by: "nobody", sends: { GET: () => fc.constant({}) } },
  "app/api/meta/data-deletion/route.ts": {
    by: "nobody",
    maxBytes: 32 * kib,
    sends: { GET: () => fc.constant({}), POST: () => spoiledHeaders(signedRequest()) },
  },
  "app/api/meta/deauthorize/route.ts": {
    by: "nobody",
    maxBytes: 32 * kib,
    sends: { GET: () => fc.constant({}), POST: () => spoiledHeaders(signedRequest()) },
  },
  "app/api/operator/meta-ids/route.ts": {
    by: "operator",
    maxBytes: 8 * kib * kib,
    sends: {
      POST: () => hostileList.map((body) => ({ body, headers: { origin: appUrl } })),
    },
  },
  "app/api/receipt-keys/route.ts": { by: "nobody", sends: { GET: () => fc.constant({}) } },
  "app/api/webhooks/resend/route.ts": {
    by: "nobody",
    maxBytes: 256 * kib,
    sends: {
      POST: () =>
        spoiledHeaders(
          fc.oneof(
            signedEvent(),
            hostileBytes().map((body) => ({ body })),
          ),
        ),
    },
  },
  "app/api/webhooks/whatsapp/route.ts": {
    by: "nobody",
    maxBytes: 3 * kib * kib,
    sends: {
      GET: () =>
        withQuery({
          "hub.mode": "subscribe",
          "hub.verify_token": verifyToken,
          "hub.challenge": "1158201444",
        }),
      POST: (world) => spoiledHeaders(signedDelivery(world)),
    },
  },
  "app/sign-in/ended/route.ts": {
    by: "nobody",
    sends: { GET: () => withQuery({ next: "/acme/inbox" }) },
  },
};

/** The parts of an address, of which one may be anything. */
function withParams(
  good: Record<string, string>,
  rest: Partial<Sent> = {},
  body?: fc.Arbitrary<string | Uint8Array<ArrayBuffer>>,
): fc.Arbitrary<Partial<Sent>> {
  const params = fc.oneof(
    fc.constant(good),
    fc
      .tuple(fc.constantFrom(...Object.keys(good)), hostileText)
      .map(([name, text]) => ({ ...good, [name]: text })),
  );
  return fc.tuple(params, body ?? fc.constant(undefined)).map(([some, bytes]) => ({
    ...rest,
    params: some,
    ...(bytes === undefined ? {} : { body: bytes }),
  }));
}

/** A query of which one may be anything, or missing. */
function withQuery(
  good: Record<string, string>,
  rest: fc.Arbitrary<Partial<Sent>> = fc.constant({}),
): fc.Arbitrary<Partial<Sent>> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(good)), fc.option(hostileText), rest)
    .map(([name, text, sent]) => {
      const { [name]: _spoiled, ...others } = good;
      const query = new URLSearchParams(text === null ? others : { ...others, [name]: text });
      return { ...sent, path: `${sent.path ?? "/"}?${query}` };
    });
}

function authPath(): fc.Arbitrary<Partial<Sent>> {
  return fc
    .oneof(
      fc.constantFrom<string[]>(
        ["callback", "credentials"],
        ["signin", "credentials"],
        ["signout"],
        ["csrf"],
        ["session"],
        ["providers"],
        ["_log"],
        ["error"],
      ),
      fc.array(
        hostileText.map((text) => text.slice(0, 200) || "-"),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map((nextauth) => ({
      path: `/api/auth/${nextauth.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}`,
      params: { nextauth },
    }));
}

/** What next-auth takes for a form of its own. */
function hostileCredentials(): fc.Arbitrary<Partial<Sent>> {
  const csrfToken = "c".repeat(64);
  const good = {
    email: "owner@example.test",
    password: "wrong",
    csrfToken,
    callbackUrl: "/acme/inbox",
    json: "true",
  };
  return fc
    .tuple(fc.constantFrom(...Object.keys(good)), hostileText, fc.boolean())
    .map(([name, text, isJson]) => {
      const fields = { ...good, [name]: text };
      return {
        headers: {
          "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
          "user-agent": "Canary7f3aQx",
        },
        body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      };
    });
}

/** A cookie that goes with the form's own token, as next-auth makes it. */
export function csrfCookie(secret: string): string {
  const token = "c".repeat(64);
  const digest = createHash("sha256").update(`${token}${secret}`).digest("hex");
  return `__Host-next-auth.csrf-token=${token}%7C${digest}`;
}

function signedRequest(): fc.Arbitrary<Partial<Sent>> {
  const payload = {
    algorithm: "HMAC-SHA256",
    issued_at: 1_770_000_000,
    user_id: "1000200030004000",
  };
  const form = (text: string) => new URLSearchParams({ signed_request: text }).toString();
  const signed = jsonOf(payload).map((json) => {
    const encoded = Buffer.from(json).toString("base64url");
    const signature = createHmac("sha256", metaSecret).update(encoded).digest("base64url");
    return form(`${signature}.${encoded}`);
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return fc
    .oneof(
      { weight: 3, arbitrary: signed },
      { weight: 1, arbitrary: hostileText.map(form) },
      { weight: 1, arbitrary: hostileBytes() },
    )
    .map((body) => ({ body, headers }));
}

function signedEvent(): fc.Arbitrary<Partial<Sent>> {
  const data = {
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    from: "Ada <ada@example.test>",
    to: ["privacy@tidewater.example"],
    subject: "Please delete my data",
  };
  const created_at = "2026-11-22T12:00:00.000Z";
  const events = [
    { type: "email.received", created_at, data },
    { type: "email.bounced", created_at, data: { email_id: "provider-1" } },
  ];
  return fc
    .tuple(fc.oneof(...events.map(jsonOf)), fc.uuid())
    .map(([json, deliveryId]) => signWebhook(json, { secret: webhookSecret, deliveryId }));
}

function signedDelivery({ mine }: HostileWorld): fc.Arbitrary<Partial<Sent>> {
  const at = "1770000000";
  const from = "447700900123";
  const messages = [
    {
      id: "wamid.1",
      from,
      timestamp: at,
      type: "text",
      text: { body: "Hello" },
      context: { id: "wamid.0" },
    },
    {
      id: "wamid.2",
      from,
      timestamp: at,
      type: "reaction",
      reaction: { message_id: "wamid.1", emoji: "x" },
    },
    {
      id: "wamid.3",
      from,
      timestamp: at,
      type: "document",
      document: { id: "m", mime_type: "text/plain", filename: "a.txt", caption: "b" },
    },
    {
      id: "wamid.4",
      from,
      timestamp: at,
      type: "location",
      location: { name: "Here" },
      group_id: "g",
    },
  ];
  const phoneNumberId = `phone-${mine.slug}`;
  const deliveries = [
    ...messages.map((message) =>
      whatsAppDelivery({ phoneNumberId, names: { [from]: "Ada" }, messages: [message] }),
    ),
    whatsAppDelivery({
      phoneNumberId,
      statuses: [{ id: "wamid.0", status: "failed", timestamp: at, errors: [{ code: 1 }] }],
    }),
  ];
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.oneof(...deliveries.map(jsonOf)) },
      { weight: 1, arbitrary: hostileBytes() },
    )
    .map((body) => ({
      body,
      headers: {
        "x-hub-signature-256": `sha256=${createHmac("sha256", whatsappSecret).update(body).digest("hex")}`,
      },
    }));
}

/** What is well-formed, spoiled and written as JSON; now and then as JSON that nobody would write. */
function jsonOf(good: unknown): fc.Arbitrary<string> {
  const json = spoiled(good, hostileJson).map((value) => JSON.stringify(value) ?? "null");
  return fc.oneof(
    { weight: 8, arbitrary: json },
    {
      weight: 1,
      arbitrary: json.map((text) => text.replace("{", '{"__proto__":{"ok":true},"a":1,"a":2,')),
    },
    { weight: 1, arbitrary: json.map((text) => text.slice(0, text.length / 2)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "[".repeat(20_000),
        `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`,
      ),
    },
  );
}

/** One of the headers changed or taken away: who signs a thing may not have sent it. */
function spoiledHeaders(sent: fc.Arbitrary<Partial<Sent>>): fc.Arbitrary<Partial<Sent>> {
  const values = fc.option(
    fc.constantFrom("", "x", "sha256=", "0", "-1", "1e9", "v1,", "\u00ff", "a".repeat(9_000)),
  );
  return fc
    .tuple(sent, fc.integer({ min: 0, max: 3 }), fc.nat(), values)
    .map(([{ headers = {}, ...rest }, isSpoiled, at, value]) => {
      const names = Object.keys(headers);
      const name = names[at % Math.max(1, names.length)];
      if (isSpoiled > 0 || name === undefined) return { ...rest, headers };
      const { [name]: _spoiled, ...others } = headers;
      return { ...rest, headers: value === null ? others : { ...others, [name]: value } };
    });
}

/** A list with columns, of which a line says anything; an archive; half a character. */
const hostileList: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "name,phone,email,stage",
          "\ufeffname;phone;email;stage",
          "name\tphone",
          "",
          "\0",
        ),
        fc.array(
          fc.array(
            hostileText.map((text) => text.slice(0, 5_000)),
            { maxLength: 5 },
          ),
          { maxLength: 4 },
        ),
        fc.constantFrom(",", ";", "\t", '","'),
      )
      .map(([header, lines, separator]) =>
        [header, ...lines.map((cells) => cells.join(separator))].join("\r\n"),
      ),
  },
  { weight: 1, arbitrary: hostileBytes() },
);

function hostileBytes(): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom<Uint8Array<ArrayBuffer>>(
      Buffer.from("PK\u0003\u0004\u0014\0\0\0\b\0../../etc/passwd", "latin1"),
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
      Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      Buffer.from("\u00e9", "utf8").subarray(0, 1),
      Buffer.from('--x\r\nContent-Disposition: form-data; name="a"; filename="../../b"\r\n\r\n'),
      Buffer.from("%".repeat(1_000)),
      Buffer.from("a=&".repeat(9_000)),
    ),
    hostileText.map((text) => Buffer.from(text)),
  );
}
