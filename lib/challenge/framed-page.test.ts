import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

const glue = vi.hoisted((): { variables: Record<string, string> } => ({ variables: {} }));
vi.mock("@/lib/env", () => ({
  env: () => ({
    APP_URL: "https://app.example.test",
    POLICY_PROFILE: "default",
    ...glue.variables,
  }),
}));

const keys = { TURNSTILE_SITE_KEY: "site", TURNSTILE_SECRET_KEY: "secret" };
const frame = "frame-src https://challenges.cloudflare.com";

test("the form's page alone shows Cloudflare's frame, and that only where the challenge is on", () => {
  glue.variables = keys;
  for (const path of ["/data-deletion", "/ar/data-deletion", "/en/data-deletion?x=1"]) {
    expect(policyOf(path), path).toContain(frame);
  }
  for (const path of ["/data-deletion/verify?token=x", "/sign-in", "/acme/inbox", "/account"]) {
    expect(policyOf(path), path).not.toContain("frame-src");
  }
  for (const variables of [
    {},
    { TURNSTILE_SITE_KEY: "site" },
    { TURNSTILE_SECRET_KEY: "secret" },
  ]) {
    glue.variables = variables;
    expect(policyOf("/data-deletion")).not.toContain("frame-src");
  }
});

function policyOf(path: string): string {
  const { headers } = proxy(new NextRequest(new URL(path, "https://app.example.test")));
  return headers.get("content-security-policy") ?? "";
}
