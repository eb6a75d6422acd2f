import type { APIResponse } from "@playwright/test";
import { securityHeaders } from "@/lib/security/security-headers";
import { expect, test } from "./fixtures/test";

test.use({ expectedErrors: /status of 404/ });

const pages = [
  "/data-deletion",
  "/ar/data-deletion/request",
  "/sign-in",
  "/not/there",
  "/%E0",
  // Beside what serves data, where no route is: the page that says so is a page like any other.
  "/acme/media/not/there",
  "/acme/media/",
  "/_next/not/there",
];

for (const path of pages) {
  test(`the page at ${path} runs and frames nothing but its own`, async ({ page, request }) => {
    const answers = [await request.get(path), await request.get(path)];
    for (const policy of answers.map(policyOf)) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    }
    const nonces = answers.map((answer) => nonceIn(policyOf(answer)));
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const [at, answer] of answers.entries()) {
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[at]}"`))).toEqual([]);
    }
    // What violates the policy is an error in the console, and fails the test.
    await page.goto(path);
  });
}

test.describe(() => {
  test.use({ expectedErrors: /Content Security Policy/ });

  test("a script that got into a page does not run", async ({ page }) => {
    await page.goto("/data-deletion");
    const title = await page.evaluate(async () => {
      document.body.insertAdjacentHTML(
        "beforeend",
        `<img id="planted" src="data:," alt="" onerror="document.title = 'ran'">`,
      );
      const planted = document.getElementById("planted");
      await new Promise((resolve) => planted?.addEventListener("error", resolve));
      return document.title;
    });
    expect(title).not.toBe("ran");
  });
});

test("whatever is answered says how it may be used", async ({ request }) => {
  const policyPage = await (await request.get("/data-deletion")).text();
  const [script = ""] = policyPage.match(/\/_next\/static\/[^"]+\.js/) ?? [];
  const data = [
    "/api/health",
    "/.well-known/jwks.json",
    "/api/not/there",
    "/acme/media/none",
    script,
    "/_next/static/none.js",
    "/icon.svg",
  ];
  expect(securityHeaders.map(({ key }) => key)).toContain("Strict-Transport-Security");
  for (const path of [...pages, ...data]) {
    const headers = (await request.get(path)).headers();
    for (const { key, value } of securityHeaders) {
      expect(headers[key.toLowerCase()], `${key} of ${path}`).toBe(value);
    }
  }
  expect(policyOf(await request.get("/api/health"))).toContain("sandbox");
});

test("a session's cookie is out of reach of scripts and of other sites", async ({
  page,
  signIn,
}) => {
  await signIn(page, "owner@acme.test");
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.includes("session-token"))).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
  });
});

function policyOf(response: APIResponse): string {
  return response.headers()["content-security-policy"] ?? "";
}

function nonceIn(policy: string | undefined): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
}
