import type { APIResponse } from "@playwright/test";
import { securityHeaders } from "@/lib/security/security-headers";
import { expect, test } from "./fixtures/test";

test.use({ expectedErrors: /status of 404/ });

const pages = ["/data-deletion", "/ar/data-deletion/request", "/sign-in", "/not/there", "/%E0"];

for (const path of pages) {
  test(`the page at ${path} runs and frames nothing but its own`, async ({ page, request }) => {
    const policies = [await request.get(path), await request.get(path)].map(policyOf);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    }
    expect(nonceIn(policies[0])).not.toBe(nonceIn(policies[1]));

    const shown = await page.goto(path);
    const nonce = nonceIn(shown?.headers()["content-security-policy"]);
    const scripts = page.locator("script:not([type='application/ld+json'])");
    expect(await scripts.count()).toBeGreaterThan(0);
    for (const script of await scripts.all()) {
      expect(await script.evaluate((element) => (element as HTMLScriptElement).nonce)).toBe(nonce);
    }
  });
}

test.describe(() => {
  test.use({ expectedErrors: /Content Security Policy/ });

  test("a script without the nonce does not run", async ({ page }) => {
    await page.goto("/data-deletion");
    const title = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.body.append(script);
      return document.title;
    });
    expect(title).not.toBe("ran");
  });
});

test("whatever is answered says how it may be used", async ({ request }) => {
  for (const path of [...pages, "/api/health", "/.well-known/jwks.json"]) {
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
