import { describe, expect, vi } from "vitest";
import { inboundMails, mailEvents, webhookDeliveries } from "@/db/schema";
import type { Actor, ErasureContext } from "@/lib/erasure";
import { signWebhook } from "@/lib/inbound";
import { test as erasureTest } from "@/lib/testing/erasure-test";
import { POST } from "./route";

type Glue = {
  contextOf: ((actor: Actor) => ErasureContext) | null;
  secrets: string[] | undefined;
};

const glue = vi.hoisted((): Glue => ({ contextOf: null, secrets: undefined }));

vi.mock("@/lib/erasure-context", () => ({
  erasureContext: (actor: Actor) => glue.contextOf?.(actor),
}));
vi.mock("@/lib/env", () => ({
  env: () => ({
    RESEND_API_KEY: "re_test",
    RESEND_WEBHOOK_SECRET: glue.secrets,
    RATE_LIMIT_FACTOR: 1,
  }),
}));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const secret = `whsec_${Buffer.alloc(24, 3).toString("base64")}`;
const received = {
  type: "email.received",
  created_at: "2026-11-22T12:00:00.000Z",
  data: {
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    created_at: "2026-11-22T12:00:00.000Z",
    from: "Ada <ada@example.test>",
    to: ["privacy@tidewater.example"],
    subject: "Please delete my data",
    message_id: "<111@example.test>",
    attachments: [],
  },
};
const bounced = {
  type: "email.bounced",
  created_at: "2026-11-22 12:00:05.000+00",
  data: { email_id: "provider-1", bounce: { type: "Permanent", message: "No such mailbox" } },
};

const test = erasureTest.extend<{ isWired: true }>({
  isWired: [
    async ({ as }, use) => {
      glue.contextOf = as;
      glue.secrets = [secret];
      await use(true);
    },
    { auto: true },
  ],
});

describe("a signed webhook", () => {
  test("of a mail records it sealed, with one job to fetch it", async ({ db, sql, as }) => {
    expect(await statusOf(post(received))).toBe(200);

    const [mail, ...others] = await db.select().from(inboundMails);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ state: "received", providerId: received.data.email_id });
    expect(JSON.stringify(mail)).not.toContain("ada@");
    const { vault } = as({ type: "system" });
    expect(JSON.parse(await vault.open(mail?.sealed ?? "", mail?.id ?? ""))).toEqual({
      from: received.data.from,
      subject: received.data.subject,
    });
    expect(await sql`select name, data from pgboss.job`).toEqual([
      { name: "read-inbound", data: { inboundMailId: mail?.id } },
    ]);
  });

  test("that is delivered again, also signed anew, changes nothing", async ({ db, sql }) => {
    const later = new Date(Date.now() + 60_000);
    for (const at of [new Date(), new Date(), later]) {
      expect(await statusOf(post(received, { at }))).toBe(200);
    }
    expect(await statusOf(post(received, { deliveryId: "msg_another_endpoint" }))).toBe(200);

    expect(await db.select().from(inboundMails)).toHaveLength(1);
    expect(await sql`select id from pgboss.job`).toHaveLength(1);
    const deliveries = await db.select().from(webhookDeliveries);
    expect(deliveries.map(({ deliveryId }) => deliveryId).sort()).toEqual([
      "msg_1",
      "msg_another_endpoint",
    ]);
    expect(JSON.stringify(deliveries)).not.toContain("ada");
  });

  test("of a mail that bounced is kept by the provider's id, with no word of it", async ({
    db,
  }) => {
    expect(await statusOf(post(bounced))).toBe(200);

    expect(await db.select().from(mailEvents)).toEqual([
      expect.objectContaining({
        providerId: "provider-1",
        kind: "bounced",
        occurredAt: new Date("2026-11-22T12:00:05Z"),
      }),
    ]);
  });

  test("is read while its secret is being replaced, whichever of the two signed it", async ({
    db,
  }) => {
    const newest = `whsec_${Buffer.alloc(24, 9).toString("base64")}`;
    glue.secrets = [newest, secret];
    expect(await statusOf(post(received, { secret: newest, deliveryId: "msg_new" }))).toBe(200);
    expect(await statusOf(post(received, { deliveryId: "msg_old" }))).toBe(200);
    expect(await db.select().from(inboundMails)).toHaveLength(1);

    glue.secrets = [newest];
    expect(await statusOf(post(received, { deliveryId: "msg_late" }))).toBe(400);
    expect(await db.select().from(webhookDeliveries)).toHaveLength(2);
  });

  test("about anything else is answered alike, and recorded nowhere", async ({ db }) => {
    expect(await statusOf(post({ type: "contact.created", data: { email: "a@b.test" } }))).toBe(
      200,
    );
    expect(await db.select().from(webhookDeliveries)).toEqual([]);
  });
});

test("what is not signed, too old, too long or no event is refused and changes nothing", async ({
  db,
  sql,
}) => {
  const good = signWebhook(received, { secret, deliveryId: "msg_1" });
  const old = new Date(Date.now() - 10 * 60_000);
  const otherSecret = `whsec_${Buffer.alloc(24, 4).toString("base64")}`;
  const refused: [number, string, Request][] = [
    [400, "signature_mismatch", post(received, { headers: {} })],
    [400, "signature_mismatch", post(received, { secret: otherSecret })],
    [400, "signature_mismatch", post(received, { at: old })],
    [400, "signature_mismatch", request(`${good.body} `, good.headers)],
    [400, "signature_mismatch", request(good.body, { ...good.headers, "svix-id": "msg_2" })],
    [400, "payload_malformed", post("not json")],
    [400, "payload_malformed", post("")],
    [400, "payload_malformed", post({ ...received, data: {} })],
    [413, "body_too_long", post("x".repeat(256 * 1024 + 1))],
  ];
  for (const [at, [status, code, bad]] of refused.entries()) {
    const response = await POST(bad);
    expect(await response.json(), `request ${at}`).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  }
  glue.secrets = undefined;
  expect(await statusOf(post(received)), "no secret to check with").toBe(503);

  for (const table of [inboundMails, mailEvents, webhookDeliveries]) {
    expect(await db.select().from(table)).toEqual([]);
  }
  expect(await sql`select id from pgboss.job`).toEqual([]);
});

type Posted = Partial<{ secret: string; deliveryId: string; at: Date; headers: object }>;

function post(event: unknown, { headers, ...given }: Posted = {}): Request {
  const signed = signWebhook(event, { secret, deliveryId: "msg_1", ...given });
  return request(signed.body, { ...(headers ?? signed.headers) });
}

function request(body: string, headers: Record<string, string>): Request {
  return new Request("http://attacker.test/api/webhooks/resend", { method: "POST", body, headers });
}

async function statusOf(request: Request): Promise<number> {
  return (await POST(request)).status;
}
