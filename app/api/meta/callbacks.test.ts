import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, vi } from "vitest";
import { channelConnections, erasureRequests, metaIdentities, rateLimits } from "@/db/schema";
import type { Actor, Db, ErasureContext } from "@/lib/erasure/context";
import { createSignedRequest } from "@/lib/meta";
import { clientAddressHeader } from "@/lib/rate-limits/client-address-header";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { GET as readStatus } from "../data-deletion/[code]/route";
import { GET as describeDeletion, POST as requestDeletion } from "./data-deletion/route";
import { POST as deauthorize, GET as describeDeauthorize } from "./deauthorize/route";

type Glue = { contextOf: ((actor: Actor) => ErasureContext) | null; factor: number };

const glue = vi.hoisted((): Glue => ({ contextOf: null, factor: 1 }));

vi.mock("@/lib/erasure-context", () => ({
  erasureContext: (actor: Actor) => glue.contextOf?.(actor),
}));
vi.mock("@/lib/env", () => ({
  env: () => ({
    APP_URL: "https://app.example.test",
    META_APP_SECRETS: ["newest", "older"],
    RATE_LIMIT_FACTOR: glue.factor,
  }),
}));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const issuedAt = new Date("2026-03-01T12:00:00Z");
const metaUserId = "1000200030004000";

const test = erasureTest.extend<{ isWired: true }>({
  isWired: [
    async ({ as }, use) => {
      glue.contextOf = as;
      glue.factor = 1;
      await use(true);
    },
    { auto: true },
  ],
});

describe("Meta's deletion callback", () => {
  test("answers with where to look, which is there", async () => {
    const response = await requestDeletion(callback(signed(metaUserId)));

    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(answer).toEqual({
      url: `https://app.example.test/data-deletion/status/${answer.confirmation_code}`,
      confirmation_code: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
    });
    expect(await (await statusOf(answer.confirmation_code)).json()).toMatchObject({
      confirmationCode: answer.confirmation_code,
      subjectKind: "meta_user",
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test("answers each of many that come at once with their own code, and takes one after another", async ({
    db,
  }) => {
    const ids = Array.from({ length: 100 }, (_, index) => `${7000 + (index % 90)}`);

    const codes = await Promise.all(ids.map((id) => codeOf(callback(signed(id)))));

    expect(new Set(codes).size).toBe(90);
    expect(codes.slice(90)).toEqual(codes.slice(0, 10));
    expect(await db.$count(erasureRequests)).toBe(90);
    expect(await codeOf(callback(signed("7005")))).toBe(codes[5]);
  });

  test("answers who comes after a failure", async ({ as }) => {
    glue.contextOf = (actor) => ({ ...as(actor), newConfirmationCode: fail });
    const failed = await Promise.all(["1", "2"].map((id) => requestDeletion(callback(signed(id)))));
    expect(failed.map(({ status }) => status)).toEqual([500, 500]);

    glue.contextOf = as;
    expect(await codeOf(callback(signed("2")))).toMatch(/^[A-Za-z0-9]{20}$/);
  });

  test("answers for the same user with the same code, whichever secret signed it", async ({
    db,
  }) => {
    const [one, two, neighbour] = [
      await codeOf(callback(signed(metaUserId))),
      await codeOf(callback(signed(metaUserId, "older"))),
      await codeOf(callback(signed("5000600070008000"))),
    ];

    expect(two).toBe(one);
    expect(neighbour).not.toBe(one);
    expect(await db.select().from(erasureRequests)).toHaveLength(2);
  });

  test.for([
    ["missing", ""],
    ["missing", "signed_request="],
    ["missing", '{"signed_request":"a.b"}'],
    ["malformed", "signed_request=abc"],
    ["signature_mismatch", `signed_request=${signed(metaUserId, "the WhatsApp app's")}`],
    ["payload_malformed", `signed_request=${signedText("false")}`],
    ["algorithm_unsupported", `signed_request=${signedText('{"user_id":"1"}')}`],
    ["user_id_missing", `signed_request=${signed("0")}`],
  ] as const)("refuses what is %s and records nothing", async ([code, body], { db }) => {
    for (const post of [requestDeletion, deauthorize]) {
      const response = await post(formPost(body));

      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 400, code });
    }
    expect(await db.select().from(erasureRequests)).toEqual([]);
  });

  test("refuses a body that is too long, well signed or not", async ({ db }) => {
    const response = await requestDeletion(
      formPost(`pad=${"a".repeat(33_000)}&signed_request=${signed(metaUserId)}`),
    );
    expect(response.status).toBe(413);
    expect(await db.select().from(erasureRequests)).toEqual([]);
  });
});

describe("Meta's deauthorize callback", () => {
  test("destroys the tokens of whom it names, and says the same of a stranger", async ({ db }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await db.insert(metaIdentities).values({ userId: mine.ownerId, metaUserId });
    const before = await connectionsOf(db, neighbour.id);

    const [known, unknown] = [
      await deauthorize(callback(signed(metaUserId))),
      await deauthorize(callback(signed("404"))),
    ];

    expect([known.status, await known.text()]).toEqual([200, ""]);
    expect([unknown.status, await unknown.text()]).toEqual([200, ""]);
    expect(await connectionsOf(db, mine.id)).toMatchObject([
      { state: "disconnected", accessToken: null },
    ]);
    expect(await connectionsOf(db, neighbour.id)).toEqual(before);
  });
});

test("a callback's address says what it is for, and does nothing", async ({ db }) => {
  const before = await fingerprintAll(db);
  for (const describeCallback of [describeDeletion, describeDeauthorize]) {
    const response = describeCallback();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      method: "POST",
      field: "signed_request",
      policy: "https://app.example.test/data-deletion",
    });
  }
  expect(await fingerprintAll(db)).toEqual(before);
});

test("an unknown code and an impossible one look alike", async () => {
  const answers = await Promise.all(
    ["A".repeat(20), "A".repeat(19), "a-b", "..", "%00", "' or 1=1"].map(async (code) => {
      const response = await statusOf(code);
      // The only thing that no two answers have in common.
      expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
      response.headers.delete("x-request-id");
      return [response.status, [...response.headers], await response.text()];
    }),
  );
  expect(answers[0]?.[0]).toBe(404);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

describe("a client that keeps on", () => {
  test("calling unsigned is told to wait, and what is signed is taken from there all the same", async ({
    db,
  }) => {
    glue.factor = 0.05;
    const [here, elsewhere] = ["203.0.113.7", "203.0.113.8"];
    const answers: Response[] = [];
    for (let call = 0; call < 5; call++) {
      answers.push(await requestDeletion(from(here, formPost("signed_request=a.b"))));
    }
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 429, 429]);
    const wait = Number(answers[4]?.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(500);
    expect(wait).toBeLessThanOrEqual(600);

    const other = await requestDeletion(from(elsewhere, formPost("signed_request=a.b")));
    expect(other.status).toBe(400);
    expect(await db.select().from(erasureRequests)).toEqual([]);
    expect((await requestDeletion(from(here, callback(signed(metaUserId))))).status).toBe(200);
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
    for (const { key } of await db.select().from(rateLimits)) expect(key).not.toContain("203");
  });

  test("trying codes is not told of the right one, and whoever has one may look as often as they like", async () => {
    glue.factor = 0.05;
    const code = await codeOf(callback(signed(metaUserId)));
    const look = async (address: string, at: string) => (await statusOf(at, address)).status;
    const [here, elsewhere] = ["2001:db8::1", "2001:db8:0:1::1"];

    for (let call = 0; call < 9; call++) expect(await look(here, code)).toBe(200);
    for (let call = 0; call < 3; call++) expect(await look(here, "A".repeat(20))).toBe(404);
    expect(await look(here, "A".repeat(20))).toBe(429);
    expect(await look("2001:db8::2", code), "from the same network").toBe(429);
    expect(await look(elsewhere, code)).toBe(200);
  });
});

function from(address: string, request: Request): Request {
  request.headers.set(clientAddressHeader, address);
  return request;
}

function signed(userId: string, secret = "newest"): string {
  return createSignedRequest({ userId, issuedAt }, secret);
}

function signedText(json: string): string {
  const payload = Buffer.from(json).toString("base64url");
  return `${createHmac("sha256", "newest").update(payload).digest("base64url")}.${payload}`;
}

function callback(signedRequest: string): Request {
  return formPost(new URLSearchParams({ signed_request: signedRequest }).toString());
}

/** From a host that is not ours: the answer must not repeat it. */
function formPost(body: string): Request {
  return new Request("http://attacker.test/api/meta/callback", {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

function fail(): never {
  throw new Error("No code can be made just now.");
}

async function codeOf(request: Request): Promise<string> {
  const { confirmation_code } = await (await requestDeletion(request)).json();
  return confirmation_code;
}

async function statusOf(code: string, address = "203.0.113.1"): Promise<Response> {
  const url = `http://app.example.test/api/data-deletion/${code}`;
  const request = from(address, new Request(url));
  return await readStatus(request, { params: Promise.resolve({ code }) });
}

async function connectionsOf(db: Db, workspaceId: string) {
  return await db
    .select()
    .from(channelConnections)
    .where(eq(channelConnections.workspaceId, workspaceId));
}
