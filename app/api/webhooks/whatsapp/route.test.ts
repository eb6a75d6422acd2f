import { and, asc, eq, inArray } from "drizzle-orm";
import { describe, vi } from "vitest";
import {
  contacts,
  conversations,
  erasureRequests,
  mediaAttachments,
  messageStatusEvents,
  messages,
  suppressionEntries,
  workspaces,
} from "@/db/schema";
import { advanceRun } from "@/lib/erasure";
import type { Actor, ErasureContext } from "@/lib/erasure/context";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { fingerprint, fingerprintAll } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { postedDelivery, sentMessage, whatsAppDelivery } from "@/lib/testing/whatsapp-delivery";
import { GET, POST } from "./route";

type Glue = {
  contextOf: ((actor: Actor) => ErasureContext) | null;
  env: {
    WHATSAPP_APP_SECRETS?: string[];
    WHATSAPP_VERIFY_TOKEN?: string;
    RATE_LIMIT_FACTOR: number;
  };
};

const glue = vi.hoisted((): Glue => ({ contextOf: null, env: { RATE_LIMIT_FACTOR: 1 } }));

vi.mock("@/lib/erasure-context", () => ({
  erasureContext: (actor: Actor) => glue.contextOf?.(actor),
}));
vi.mock("@/lib/env", () => ({ env: () => glue.env }));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const phoneOf = (contact: number) => `1555000000${contact}`;

const test = erasureTest.extend<{ isWired: true }>({
  isWired: [
    async ({ as }, use) => {
      glue.contextOf = as;
      glue.env = {
        WHATSAPP_APP_SECRETS: ["newest", "older"],
        WHATSAPP_VERIFY_TOKEN: "agreed on",
        RATE_LIMIT_FACTOR: 1,
      };
      await use(true);
    },
    { auto: true },
  ],
});

test("a number is subscribed with the token that was agreed on, and with no other", async () => {
  const ask = (query: Record<string, string>) =>
    GET(new Request(`https://app.example.test/?${new URLSearchParams(query)}`));
  const right = {
    "hub.mode": "subscribe",
    "hub.verify_token": "agreed on",
    "hub.challenge": "<b>1158201444",
  };
  const answer = await ask(right);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  expect(await answer.text()).toBe("<b>1158201444");

  for (const wrong of [
    { ...right, "hub.verify_token": "agreed" },
    { ...right, "hub.mode": "unsubscribe" },
    { "hub.mode": "subscribe", "hub.verify_token": "agreed on" },
    {},
  ]) {
    expect((await ask(wrong)).status).toBe(403);
  }
  glue.env = { RATE_LIMIT_FACTOR: 1 };
  expect((await ask(right)).status).toBe(503);
});

test("what is not signed, too long or no delivery is refused and changes nothing", async ({
  db,
}) => {
  const workspace = await createWorkspace(db, { contacts: 1 });
  const before = await fingerprintAll(db);
  const body = JSON.stringify(oneMessage(workspace, { id: "wamid.1", from: phoneOf(0) }));
  const signature = postedDelivery(body, "newest").headers.get("x-hub-signature-256") ?? "";
  const refused: [number, string, Request][] = [
    [401, "signature_mismatch", postedDelivery(body, "another secret")],
    [401, "signature_mismatch", postedDelivery(body, "")],
    [401, "signature_mismatch", postedDelivery(body, "newest", { "x-hub-signature-256": "" })],
    [
      401,
      "signature_mismatch",
      postedDelivery(body, "newest", { "x-hub-signature-256": signature.slice(0, -2) }),
    ],
    [
      401,
      "signature_mismatch",
      postedDelivery(`${body} `, "", { "x-hub-signature-256": signature }),
    ],
    [400, "payload_malformed", postedDelivery("not json", "newest")],
    [400, "payload_malformed", postedDelivery("", "newest")],
    [400, "payload_malformed", postedDelivery('{"object":"whatsapp_business_account"}', "newest")],
    [413, "body_too_long", postedDelivery(endless(body.length), "newest")],
  ];
  for (const [index, [status, code, bad]] of refused.entries()) {
    const response = await POST(bad);
    expect(await response.json(), `request ${index}`).toMatchObject({ status, code });
  }
  glue.env = { RATE_LIMIT_FACTOR: 1 };
  expect((await POST(postedDelivery(body, "newest"))).status, "no secret").toBe(503);
  expect(await fingerprintAll(db)).toEqual(before);
});

describe("a delivery", () => {
  test("brings each message once to its thread, in any order, and what it does not understand harms nothing", async ({
    db,
  }) => {
    const [mine, neighbour] = [
      await createWorkspace(db, { contacts: 2, messages: 2 }),
      await createWorkspace(db, { contacts: 1 }),
    ];
    const [known = ""] = mine.contactIds;
    const before = await fingerprint(db, neighbour.id);
    const newcomer = "447700900123";
    const delivery = whatsAppDelivery(
      {
        phoneNumberId: `phone-${mine.slug}`,
        names: { [newcomer]: "Nia\0 Newcomer" },
        messages: [
          sentMessage({ id: "wamid.late", from: phoneOf(0), at: at("11:00:00") }),
          sentMessage({ id: "wamid.first", from: phoneOf(0), at: at("10:00:00") }),
          sentMessage({
            id: "wamid.photo",
            from: newcomer,
            at: at("10:30:00"),
            type: "image",
            image: { id: "media-1", mime_type: "image/jpeg", caption: "Look" },
            context: { id: "wamid.first" },
          }),
          sentMessage({
            id: "wamid.place",
            from: newcomer,
            at: at("10:40:00"),
            type: "location",
            location: { latitude: 1, longitude: 2, name: "Here\0" },
          }),
          sentMessage({
            id: "wamid.thumb",
            from: newcomer,
            at: at("10:50:00"),
            type: "reaction",
            reaction: { message_id: "wamid.first", emoji: "👍" },
          }),
          { id: "wamid.broken", from: "not a number" },
        ],
      },
      {
        phoneNumberId: `phone-${mine.slug}`,
        messages: [1, 2].map((one) =>
          sentMessage({
            id: `wamid.group.${one}`,
            from: one === 1 ? phoneOf(0) : newcomer,
            at: at(`10:0${one}:00`),
            group_id: "group-7",
          }),
        ),
      },
      {
        phoneNumberId: "nobody's",
        messages: [sentMessage({ id: "wamid.x", from: phoneOf(0), at: at("09:00:00") })],
      },
    );
    for (const _ of [1, 2]) expect((await post(delivery)).status).toBe(200);

    const [sender, ...others] = await db
      .select()
      .from(contacts)
      .where(and(eq(contacts.workspaceId, mine.id), eq(contacts.phone, `+${newcomer}`)));
    expect(others).toEqual([]);
    expect(sender?.name).toBe("Nia Newcomer");
    const received = await db
      .select({
        id: messages.providerMessageId,
        kind: messages.kind,
        body: messages.body,
        reaction: messages.reaction,
        payload: messages.payload,
        answers: messages.inReplyToProviderId,
        contactId: conversations.contactId,
        groupId: conversations.groupId,
        senderContactId: messages.senderContactId,
      })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .where(and(eq(messages.workspaceId, mine.id), eq(messages.direction, "inbound")))
      .orderBy(asc(messages.createdAt), asc(messages.providerMessageId));
    const ours = received.filter(({ id }) => id?.startsWith("wamid."));
    expect(ours).toMatchObject([
      { id: "wamid.first", kind: "text", body: "Words of wamid.first", contactId: known },
      { id: "wamid.group.1", groupId: "group-7", contactId: null, senderContactId: known },
      { id: "wamid.group.2", groupId: "group-7", contactId: null, senderContactId: sender?.id },
      { id: "wamid.photo", kind: "media", body: "Look", answers: "wamid.first" },
      { id: "wamid.place", body: null, payload: { location: { name: "Here" } } },
      { id: "wamid.thumb", kind: "reaction", reaction: "👍", answers: "wamid.first" },
      { id: "wamid.late", contactId: known },
    ]);
    expect(
      await db
        .select()
        .from(mediaAttachments)
        .where(eq(mediaAttachments.providerMediaId, "media-1")),
    ).toMatchObject([{ objectKey: expect.stringContaining(`/contacts/${sender?.id}/`) }]);
    const [thread] = await db
      .select()
      .from(conversations)
      .where(eq(conversations.contactId, known));
    expect(thread?.lastMessageAt).toEqual(at("11:00:00"));
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });

  test("of reports notes each once for our own message, and none for what is not there", async ({
    db,
  }) => {
    const mine = await createWorkspace(db, { contacts: 1, messages: 2 });
    const [ours] = await db
      .select()
      .from(messages)
      .where(and(eq(messages.workspaceId, mine.id), eq(messages.direction, "outbound")));
    const report = (id: string, status: string, time: string) => ({
      id,
      status,
      timestamp: String(at(time).getTime() / 1000),
      recipient_id: phoneOf(0),
      ...(status === "failed"
        ? { errors: [{ code: 131026, title: `Undeliverable to ${phoneOf(0)}` }] }
        : {}),
    });
    const id = ours?.providerMessageId ?? "";
    const statuses = [
      report(id, "read", "11:00:03"),
      report(id, "sent", "11:00:01"),
      report(id, "failed", "11:00:02"),
      report("wamid.gone", "read", "11:00:00"),
    ];
    const delivery = whatsAppDelivery({ phoneNumberId: `phone-${mine.slug}`, statuses });
    await Promise.all([post(delivery), post(delivery), post(delivery)]);

    const noted = await db
      .select()
      .from(messageStatusEvents)
      .where(eq(messageStatusEvents.messageId, ours?.id ?? ""))
      .orderBy(asc(messageStatusEvents.occurredAt));
    expect(noted.map(({ status }) => status)).toEqual(["delivered", "sent", "failed", "read"]);
    expect(noted.map(({ error }) => error)).toEqual([null, null, "131026", null]);
  });

  test("for an erased contact is turned away for as long as Meta repeats it, and makes a new one only of new words", async ({
    db,
    system,
    as,
    clock,
  }) => {
    const mine = await createWorkspace(db, { contacts: 2, messages: 2 });
    const [erased = "", other = ""] = mine.contactIds;
    const requestId = await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      contactId: erased,
    });
    while ((await advanceRun(system, requestId)) === "again");
    const before = await fingerprint(db, mine.id);
    const late = oneMessage(mine, { id: "wamid.late", from: phoneOf(0), at: at("11:59:59") });
    for (const days of [0, 1, 7, 40]) {
      expect((await post(late)).status).toBe(200);
      expect(await fingerprint(db, mine.id), `after ${days} days`).toEqual(before);
      clock.advance(days * 24 * 60 * 60_000);
    }

    const written = clock.now();
    const anew = oneMessage(mine, { id: "wamid.anew", from: phoneOf(0), at: written });
    expect((await post(anew)).status).toBe(200);
    const withPhone = await db
      .select()
      .from(contacts)
      .where(and(eq(contacts.workspaceId, mine.id), eq(contacts.phone, `+${phoneOf(0)}`)));
    expect(withPhone).toHaveLength(1);
    expect(withPhone[0]?.id).not.toBe(erased);

    await db.insert(suppressionEntries).values({
      workspaceId: mine.id,
      channel: "whatsapp",
      addressDigest: system.vault.digest("phone", "+447700900999"),
    });
    await post(oneMessage(mine, { id: "wamid.stop", from: "447700900999", at: written }));
    await post(oneMessage(mine, { id: "wamid.live", from: phoneOf(1), at: written }));
    expect(await idsOf(db, ["wamid.late", "wamid.stop", "wamid.anew", "wamid.live"])).toEqual([
      "wamid.anew",
      "wamid.live",
    ]);
    expect(await db.$count(contacts, eq(contacts.id, other))).toBe(1);
  });

  test("for a frozen workspace is answered and leaves it as it is", async ({ db }) => {
    const mine = await createWorkspace(db, { contacts: 1 });
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, mine.id));
    const before = await fingerprintAll(db);
    const delivery = whatsAppDelivery({
      phoneNumberId: `phone-${mine.slug}`,
      messages: [phoneOf(0), "447700900123"].map((from) =>
        sentMessage({ id: `wamid.${from}`, from, at: at("11:00:00") }),
      ),
    });
    expect((await post(delivery)).status).toBe(200);
    expect(await fingerprintAll(db)).toEqual(before);
    expect(await db.select().from(erasureRequests)).toEqual([]);
  });
});

function oneMessage(
  { slug }: TestWorkspace,
  message: { id: string; from: string; at?: Date },
): object {
  return whatsAppDelivery({
    phoneNumberId: `phone-${slug}`,
    messages: [sentMessage({ at: at("11:00:00"), ...message })],
  });
}

function post(delivery: object): Promise<Response> {
  return POST(postedDelivery(JSON.stringify(delivery), "older"));
}

async function idsOf(db: ErasureContext["db"], ids: string[]): Promise<(string | null)[]> {
  const found = await db
    .select({ id: messages.providerMessageId })
    .from(messages)
    .where(inArray(messages.providerMessageId, ids))
    .orderBy(asc(messages.providerMessageId));
  return found.map(({ id }) => id);
}

function endless(from: number): string {
  return " ".repeat(3 * 1024 * 1024 + from);
}
