import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { openSessionCookie, sessionCookieName } from "./session-cookie";

const secret = "one secret";
const claims = { sessionId: "018f0000-0000-7000-8000-000000000001" };

test("a cookie of next-auth is read under its secret", async () => {
  expect(await openSessionCookie(await encode({ token: claims, secret }), [secret])).toEqual(
    claims,
  );
});

test("one that was sealed before the master key was replaced is still read, until the old key is gone", async () => {
  const sealed = await encode({ token: claims, secret });
  expect(await openSessionCookie(sealed, ["a newer secret", secret])).toEqual(claims);
  expect(await openSessionCookie(sealed, ["a newer secret"])).toBeNull();
});

test("anything else says nobody", async () => {
  const expired = await encode({ token: claims, secret, maxAge: -60 });
  const nameless = await encode({ token: { sub: "1" }, secret });
  const foreign = await encode({ token: claims, secret: "another secret" });

  for (const value of [undefined, "", "nonsense", "a.b.c.d.e", expired, nameless, foreign]) {
    expect(await openSessionCookie(value, [secret, "an older one"])).toBeNull();
  }
});

test("a cookie is bound to https where the app is served over it", () => {
  expect(sessionCookieName("https://app.example.test")).toBe("__Host-next-auth.session-token");
  expect(sessionCookieName("http://localhost:3000")).toBe("next-auth.session-token");
});
