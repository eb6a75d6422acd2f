import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { users } from "@/db/schema";
import { clientAddressHeader } from "@/lib/rate-limits/client-address-header";
import { clientLimits, formsKept, formsOfAll, mailsOfAll } from "@/lib/rate-limits/client-limits";
import { formOf } from "@/lib/testing/hostile/form-of";
import { csrfCookie, hostileSettings } from "@/lib/testing/hostile/hostile-routes";
import { type StoodUp, sessionSecret, standUp } from "@/lib/testing/hostile/stand-up";
import { outcomeOf } from "@/lib/testing/outcome-of";
import { withinRequest } from "@/lib/testing/request-scope";
import { sendErasureCode } from "./(crm)/account/send-erasure-code";
import { confirmPassword } from "./(operator)/operator/confirm-password";
import { checkReceipt } from "./(public)/data-deletion/receipt/check-receipt";
import { requestDeletion } from "./(public)/data-deletion/request-deletion";
import { sendNewLink } from "./(public)/data-deletion/verify/send-new-link";
import { verifyDeletion } from "./(public)/data-deletion/verify/verify-deletion";
import { POST as signIn } from "./api/auth/[...nextauth]/route";
import { GET as readStatus } from "./api/data-deletion/[code]/route";
import { POST as deauthorize } from "./api/meta/deauthorize/route";
import { POST as whatsapp } from "./api/webhooks/whatsapp/route";
import { postSignIn } from "./sign-in/post-sign-in";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});

vi.mock("server-only", () => ({}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en-GB" }));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

/** A tenth of what a deployment allows, so that a limit is reached in a moment. */
const factor = 0.1;
const { appUrl } = hostileSettings;
const token = "t".repeat(43);
const tooMany = { status: 429 };
const waiting = "/en/data-deletion/verify?wait";
let stood: StoodUp;

const password = "correct horse battery";
const tooManyTries = { error: "TooManyTries" };

beforeAll(async () => {
  stood = await standUp({ RATE_LIMIT_FACTOR: String(factor) });
});
afterAll(async () => {
  await stood.stop();
});

/** Written out, and not read from where they are set: who changes one has to mean it. */
test("limits by client are what is documented", () => {
  expect(clientLimits).toEqual({
    signIn: { name: "client-sign-in", tries: 50, seconds: 900 },
    form: { name: "client-form", tries: 30, seconds: 600 },
    newLink: { name: "client-new-link", tries: 10, seconds: 600 },
    miss: { name: "client-miss", tries: 60, seconds: 600 },
    receipt: { name: "client-receipt", tries: 60, seconds: 600 },
    unsigned: { name: "client-unsigned", tries: 60, seconds: 600 },
  });
  expect([formsOfAll, formsKept.each, formsKept.all, mailsOfAll]).toEqual([
    { name: "forms", tries: 600, seconds: 3_600 },
    { name: "client-form-kept", tries: 1, seconds: 3_600 },
    { name: "forms-kept", tries: 600, seconds: 3_600 },
    { name: "mails", tries: 300, seconds: 3_600 },
  ]);
});

type Try = (from: string) => Promise<unknown>;

test.each<[what: string, allowed: number, attempt: Try, refusal: unknown]>([
  ["sign-ins that fail", 5, (from) => tried(from, `${randomUUID()}@example.test`), tooMany],
  [
    "sign-ins that fail, posted",
    5,
    (from) => postedSignIn(from, `${randomUUID()}@example.test`),
    { code: "too_many_tries" },
  ],
  ["forms", 3, sentForm, { step: "refused", obstacle: "too_many" }],
  ["links asked for again", 1, (from) => posted(from, sendNewLink), { to: waiting }],
  ["codes that lead nowhere", 6, lookedUp, tooMany],
  ["links that lead nowhere", 6, (from) => posted(from, verifyDeletion), { to: waiting }],
  ["receipts", 6, lookedAt, { outcome: "too_many" }],
  ["callbacks without a signature", 6, (from) => unsigned(from, deauthorize), tooMany],
  ["webhooks without a signature", 6, (from) => unsigned(from, whatsapp), tooMany],
])("of %s a client has %i, and another has as many", async (what, allowed, attempt, refusal) => {
  const [here, there] = [networkOf(what), networkOf(`${what}, elsewhere`)];
  for (let at = 0; at < allowed; at++) {
    expect(await attempt(here), `try ${at + 1}`).not.toMatchObject(Object(refusal));
  }
  const before = await stood.writtenRows();
  for (let at = 0; at < 3; at++) expect(await attempt(here)).toMatchObject(Object(refusal));
  expect(await stood.writtenRows()).toBe(before);
  expect(await attempt(there)).not.toMatchObject(Object(refusal));
});

test("an account's password has a hundred tries in an hour, from wherever, right or wrong then", async () => {
  const { ownerEmail: email } = stood.world.mine;
  for (let at = 0; at < 100; at++) {
    expect(await tried(networkOf(`try ${at}`), email)).toMatchObject({ status: 401 });
  }
  const before = await stood.writtenRows();
  expect(await tried(networkOf("at last"), email, password)).toMatchObject(tooManyTries);
  expect(await postedSignIn(networkOf("at last, posted"), email, password)).toMatchObject({
    code: "too_many_tries",
  });
  expect(await stood.writtenRows()).toBe(before);
  expect(await tried(networkOf("another"), `another-${email}`)).toMatchObject({
    status: 401,
    error: "CredentialsSignin",
  });
});

test("who is signed in has five tries at their password, and three codes", async () => {
  const { world, db } = stood;
  const asked = async (act: () => Promise<unknown>, cookie: string) =>
    await withinRequest(requestFrom(networkOf("signed in"), { cookie }), act);
  for (let at = 0; at < 5; at++) {
    expect(await asked(() => confirmPassword("wrong"), world.cookies.operator)).toMatchObject({
      code: "wrong_password",
    });
  }
  expect(await asked(() => confirmPassword(password), world.cookies.operator)).toMatchObject({
    code: "too_many_attempts",
  });

  await db.update(users).set({ passwordHash: null }).where(eq(users.id, world.mine.ownerId));
  for (let at = 0; at < 3; at++) {
    expect(await asked(() => sendErasureCode({}), world.cookies.owner)).toMatchObject({ ok: true });
  }
  const before = await stood.writtenRows();
  expect(await asked(() => sendErasureCode({}), world.cookies.owner)).toMatchObject({
    code: "too_many_attempts",
  });
  expect(await stood.writtenRows()).toBe(before);
});

/** Last: after it nobody's form is taken. */
test("forms of a few, six hundred in an hour, leave one each to six hundred others, and then it is enough", async () => {
  await stood.db.execute("delete from rate_limits where key like 'forms%'");
  const flood = (at: number) => networkOf(`flood ${at % 20}`);
  const refused = { obstacle: "too_many" };
  for (let at = 0; at < 60; at++) {
    expect(await sentForm(flood(at)), `form ${at}`).toMatchObject({ step: "sent" });
  }
  expect(await sentForm(networkOf("other 0"))).toMatchObject({ step: "sent" });
  expect(await sentForm(networkOf("other 0")), "twice").toMatchObject(refused);
  for (let at = 1; at < 60; at++) {
    expect(await sentForm(networkOf(`other ${at}`)), `other ${at}`).toMatchObject({ step: "sent" });
  }
  const before = await stood.writtenRows();
  expect(await sentForm(networkOf("the last"))).toMatchObject(refused);
  expect(await stood.writtenRows()).toBe(before);
});

function networkOf(who: string): string {
  const groups = createHash("sha256").update(who).digest("hex").match(/.{4}/g) ?? [];
  return `2001:db8:${groups[0]}:${groups[1]}::1`;
}

function requestFrom(from: string, { cookie = "", body = "", path = "/" } = {}): NextRequest {
  return new NextRequest(new URL(path, appUrl), {
    method: body === "" ? "GET" : "POST",
    headers: {
      [clientAddressHeader]: from,
      cookie,
      "content-type": "application/x-www-form-urlencoded",
    },
    ...(body === "" ? {} : { body }),
  });
}

async function tried(from: string, email: string, given = "wrong"): Promise<unknown> {
  const fields = { email, password: given, csrfToken: "c".repeat(64), json: "true" };
  const body = new URLSearchParams(fields).toString();
  const path = "/api/auth/callback/credentials";
  const request = requestFrom(from, { cookie: csrfCookie(sessionSecret), body, path });
  const params = Promise.resolve({ nextauth: ["callback", "credentials"] });
  const response = await withinRequest(request, () => signIn(request, { params }));
  const { url }: { url: string } = await response.json();
  return { status: response.status, error: new URL(url).searchParams.get("error") };
}

async function postedSignIn(from: string, email: string, given = "wrong"): Promise<unknown> {
  const form = formOf({ email, password: given });
  return await outcomeOf(withinRequest(requestFrom(from), () => postSignIn(null, form)));
}

async function sentForm(from: string): Promise<unknown> {
  const form = formOf({
    email: `${randomUUID()}@example.test`,
    requester: "workspace_admin",
    concern: "account",
    fullName: "Ada",
    statement: "on",
  });
  return await withinRequest(requestFrom(from), () => requestDeletion({ step: "asking" }, form));
}

async function posted(from: string, act: (form: FormData) => Promise<void>): Promise<unknown> {
  return await outcomeOf(withinRequest(requestFrom(from), () => act(formOf({ token }))));
}

async function lookedUp(from: string): Promise<unknown> {
  const code = "A".repeat(20);
  return await readStatus(requestFrom(from), { params: Promise.resolve({ code }) });
}

async function lookedAt(from: string): Promise<unknown> {
  const form = formOf({ text: "nothing" });
  return await withinRequest(requestFrom(from), () => checkReceipt(null, form));
}

async function unsigned(
  from: string,
  act: (request: Request) => Promise<Response>,
): Promise<unknown> {
  return await act(requestFrom(from, { body: "x" }));
}
