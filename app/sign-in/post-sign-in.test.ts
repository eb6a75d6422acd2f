import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sessions } from "@/db/schema";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { clientAddressHeader } from "@/lib/rate-limits/client-address-header";
import { formOf } from "@/lib/testing/hostile/form-of";
import { csrfCookie, hostileSettings } from "@/lib/testing/hostile/hostile-routes";
import { type StoodUp, sessionSecret, standUp } from "@/lib/testing/hostile/stand-up";
import { outcomeOf } from "@/lib/testing/outcome-of";
import { withinRequest } from "@/lib/testing/request-scope";
import { POST as nextAuth } from "../api/auth/[...nextauth]/route";
import { postSignIn } from "./post-sign-in";
import { postSignOut } from "./post-sign-out";

// Before anything of Next is loaded, as its server does it.
await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import("node:async_hooks");
  Object.assign(globalThis, { AsyncLocalStorage });
});
vi.mock("server-only", () => ({}));

const { appUrl } = hostileSettings;
const cookieName = sessionCookieName(appUrl);
const password = "correct horse battery";
let stood: StoodUp;

beforeAll(async () => {
  stood = await standUp({ RATE_LIMIT_FACTOR: "1000000" });
});
afterAll(async () => {
  await stood.stop();
});

describe("a sign-in that a browser posts by itself", () => {
  test("gives the same cookie as one by script, and goes on to a path of ours", async () => {
    const { ownerEmail: email } = stood.world.mine;
    const { outcome, cookie } = await posted({ email, password, next: "/account?a=b" });

    expect(outcome).toEqual({ redirected: true, to: "/account?a=b" });
    const { value, expires, ...attributes } = Object(cookie);
    const theirs = await cookieByScript(email);
    expect(cookieName).toMatch(/^__Host-/);
    expect(attributes).toEqual({
      name: cookieName,
      path: "/",
      httpOnly: true,
      secure: true,
      sameSite: "lax",
    });
    expect(theirs).toMatch(new RegExp(`^${cookieName}=ey`));
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) {
      expect(theirs.toLowerCase()).toContain(attribute.toLowerCase());
    }
    const theirExpiry = new Date(/expires=([^;]+)/i.exec(theirs)?.[1] ?? "");
    expect(Math.abs(Number(expires) - theirExpiry.getTime())).toBeLessThan(60_000);

    const signedOut = await posted({ next: "/sign-in" }, `${cookieName}=${value}`, postSignOut);
    expect(signedOut.outcome).toEqual({ redirected: true, to: "/" });
    expect(signedOut.cookie).toMatchObject({ value: "", maxAge: 0, secure: true, path: "/" });
  });

  test.each(["https://elsewhere.test", "//elsewhere.test", "/\\elsewhere.test", "javascript:1"])(
    "does not go on to %s",
    async (next) => {
      const { ownerEmail: email } = stood.world.mine;
      expect((await posted({ email, password, next })).outcome).toEqual({
        redirected: true,
        to: "/",
      });
    },
  );

  test("is refused alike for an unknown address and a wrong password, and keeps no password", async () => {
    const before = await stood.writtenRows();
    for (const email of [stood.world.mine.ownerEmail, "nobody@example.test"]) {
      const { outcome, cookie } = await posted({ email, password: "wrong", next: "/account" });
      expect(outcome).toEqual({
        ok: false,
        code: "wrong",
        faults: {},
        typed: { email, next: "/account" },
      });
      expect(cookie).toBeUndefined();
    }
    expect(await stood.writtenRows()).toBe(before);
  });

  test("names the fields that are at fault, and asks nobody", async () => {
    const { outcome } = await posted({ email: "no address", password: "" });
    expect(outcome).toEqual({
      ok: false,
      code: "invalid_input",
      faults: { email: "email_malformed", password: "Enter your password." },
      typed: { email: "no address" },
    });
  });
});

test("a sign-out that a browser posts by itself ends its session, and no other", async () => {
  const { ownerEmail: email } = stood.world.mine;
  const [here, there] = [await posted({ email, password }), await posted({ email, password })];
  const open = async () => (await stood.db.select().from(sessions)).length;
  const before = await open();

  await posted({}, `${cookieName}=${here.cookie?.value}`, postSignOut);
  await posted({}, `${cookieName}=${here.cookie?.value}`, postSignOut);
  expect(await open()).toBe(before - 1);

  await posted({}, `${cookieName}=${there.cookie?.value}`, postSignOut);
  expect(await open()).toBe(before - 2);
});

async function posted(
  fields: Record<string, string>,
  cookie = "",
  act: (form: FormData) => Promise<unknown> = (form) => postSignIn(null, form),
) {
  const headers = { cookie, [clientAddressHeader]: "2001:db8::1", "user-agent": "a browser" };
  return await withinRequest({ headers: new Headers(headers), url: appUrl }, async () => {
    const outcome = await outcomeOf(act(formOf(fields)));
    return { outcome, cookie: (await cookies()).get(cookieName) };
  });
}

async function cookieByScript(email: string): Promise<string> {
  const fields = { email, password, csrfToken: "c".repeat(64), json: "true" };
  const request = new NextRequest(new URL("/api/auth/callback/credentials", appUrl), {
    method: "POST",
    headers: {
      [clientAddressHeader]: "2001:db8::1",
      cookie: csrfCookie(sessionSecret),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(fields).toString(),
  });
  const params = Promise.resolve({ nextauth: ["callback", "credentials"] });
  const response = await withinRequest(request, () => nextAuth(request, { params }));
  return response.headers.getSetCookie().find((one) => one.startsWith(cookieName)) ?? "";
}
