import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const served = { nonce: "c2VjcmV0", isSecure: true, isDevelopment: false };

test("a page runs scripts and shows styles that carry its nonce, and nothing inline besides", () => {
  const policy = contentSecurityPolicy(served);
  expect(policy).toContain("script-src 'self' 'nonce-c2VjcmV0' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-c2VjcmV0';");
  expect(policy).not.toContain("unsafe");
});

test("what no directive names is not loaded, and nobody frames the page or takes its forms", () => {
  const policy = contentSecurityPolicy(served);
  for (const directive of [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split("; ")).toContain(directive);
  }
});

test("a frame is shown where one is named, and its page is opened to nothing else", () => {
  const challenge = "https://challenges.cloudflare.com";
  const policy = contentSecurityPolicy({ ...served, framed: [challenge] });
  expect(policy.replace(` frame-src ${challenge};`, "")).toBe(contentSecurityPolicy(served));
  expect(contentSecurityPolicy(served)).not.toContain("frame-src");
});

test("code is evaluated in development alone, and requests are upgraded where there is https", () => {
  expect(contentSecurityPolicy({ ...served, isDevelopment: true })).toContain("'unsafe-eval'");
  expect(contentSecurityPolicy(served)).toContain("upgrade-insecure-requests");
  expect(contentSecurityPolicy({ ...served, isSecure: false })).not.toContain("upgrade");
});
