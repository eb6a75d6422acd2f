import { once } from "node:events";
import { createServer } from "node:http";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { challengeField } from "@/lib/challenge/schemas";
import { formOf } from "@/lib/testing/hostile/form-of";
import { hostileSettings } from "@/lib/testing/hostile/hostile-routes";
import { type StoodUp, standUp } from "@/lib/testing/hostile/stand-up";
import { withinRequest } from "@/lib/testing/request-scope";
import { requestDeletion } from "./(public)/data-deletion/request-deletion";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});

vi.mock("server-only", () => ({}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en-GB" }));
vi.mock("@/lib/log", () => ({ log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const hostname = new URL(hostileSettings.appUrl).hostname;
/** Says yes to one answer, once, as Cloudflare does. */
const unspent = new Set(["good"]);
const checker = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const success = form.get("secret") === "ours" && unspent.delete(form.get("response") ?? "");
  response.end(JSON.stringify({ success, hostname }));
});
let stood: StoodUp;

beforeAll(async () => {
  checker.listen(0, "127.0.0.1");
  await once(checker, "listening");
  const address = checker.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  stood = await standUp({
    TURNSTILE_SITE_KEY: "public",
    TURNSTILE_SECRET_KEY: "ours",
    TURNSTILE_VERIFY_URL: `http://127.0.0.1:${address.port}/siteverify`,
  });
});
afterAll(async () => {
  await stood.stop();
});

test("a form is taken with an answer to the challenge that is good, once, and without one changes nothing", async () => {
  const before = await stood.writtenRows();
  for (const answer of [undefined, "", "bad", "a".repeat(5_000)]) {
    expect(await sent(answer)).toMatchObject({
      step: "refused",
      obstacle: "unchallenged",
      answers: { email: "ada@example.test" },
    });
  }
  expect(await stood.writtenRows()).toBe(before);

  expect(await sent("good")).toMatchObject({ step: "sent" });
  const taken = await stood.writtenRows();
  expect(taken).toBeGreaterThan(before);
  expect(await sent("good")).toMatchObject({ obstacle: "unchallenged" });

  checker.close();
  checker.closeAllConnections();
  unspent.add("good");
  expect(await sent("good"), "nobody checks").toMatchObject({ obstacle: "unchallenged" });
  expect(await stood.writtenRows()).toBe(taken);
});

async function sent(answer: string | undefined) {
  const form = formOf({
    email: "ada@example.test",
    requester: "workspace_admin",
    concern: "account",
    fullName: "Ada",
    statement: "on",
    [challengeField]: answer,
  });
  const request = new NextRequest(hostileSettings.appUrl);
  return await withinRequest(request, () => requestDeletion({ step: "asking" }, form));
}
