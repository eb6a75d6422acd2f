import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EnvError, parseEnv } from "./env";

const complete = {
  DATABASE_URL: "postgres://lethe@localhost:5432/lethe",
  APP_URL: "https://crm.example.com/",
  META_APP_SECRETS: "newest-secret, older-secret",
  RESEND_API_KEY: "re_123",
  MAIL_FROM: "Privacy <privacy@example.com>",
  S3_BUCKET: "lethe-media",
  MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
};

test("a complete environment is read, lists split and the address without its last slash", () => {
  expect(parseEnv(complete)).toMatchObject({
    APP_URL: "https://crm.example.com",
    META_APP_SECRETS: ["newest-secret", "older-secret"],
    POLICY_PROFILE: "default",
  });
});

test("every missing and malformed variable is named, with what it should be, and no value", () => {
  const { DATABASE_URL: _missing, ...rest } = complete;
  const attempt = () => parseEnv({ ...rest, MASTER_KEY: "c2hvcnQ=", APP_URL: "" });

  expect(attempt).toThrow(EnvError);
  expect(attempt).toThrow(/DATABASE_URL is missing; it should be a PostgreSQL address/);
  expect(attempt).toThrow(/APP_URL is missing/);
  expect(attempt).toThrow(/MASTER_KEY is not 32 random bytes/);
  expect(attempt).not.toThrow(/c2hvcnQ=/);
});

test("of a challenge's two keys none stands alone", () => {
  const [TURNSTILE_SITE_KEY, TURNSTILE_SECRET_KEY] = ["public", "s3cret"];
  expect(parseEnv({ ...complete, TURNSTILE_SITE_KEY, TURNSTILE_SECRET_KEY })).toMatchObject({
    TURNSTILE_SITE_KEY,
    TURNSTILE_SECRET_KEY,
  });
  expect(() => parseEnv({ ...complete, TURNSTILE_SITE_KEY })).toThrow(
    /TURNSTILE_SECRET_KEY is missing/,
  );
  expect(() => parseEnv({ ...complete, TURNSTILE_SECRET_KEY })).toThrow(
    /TURNSTILE_SITE_KEY is missing/,
  );
});

test("the example names every variable", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  for (const name of [
    ...Object.keys(complete),
    "POLICY_PROFILE",
    "S3_ENDPOINT",
    "S3_REGION",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
    "META_GRAPH_URL",
  ]) {
    expect(example).toMatch(new RegExp(`^#? ?${name}=`, "m"));
  }
});
