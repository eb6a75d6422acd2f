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

test("a webhook's secret may be a list, of which each is one", () => {
  const RESEND_WEBHOOK_SECRET = "whsec_newest, whsec_older";
  expect(parseEnv({ ...complete, RESEND_WEBHOOK_SECRET })).toMatchObject({
    RESEND_WEBHOOK_SECRET: ["whsec_newest", "whsec_older"],
  });
  const spoiled = { ...complete, RESEND_WEBHOOK_SECRET: "whsec_newest,an-older-one" };
  expect(() => parseEnv(spoiled)).toThrow(/RESEND_WEBHOOK_SECRET is not/);
});

test("of every secret in the example the threat model says how it is changed", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const names = [...read("../.env.example").matchAll(/^#? ?([A-Z0-9_]+)=/gm)].map(
    ([, name]) => name,
  );
  const secrets = names.filter((name) => /SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL/.test(name ?? ""));
  const [, table = ""] = read("../docs/threat-model.md").split(
    "## Secrets, and how each is changed",
  );
  const [told = ""] = table.split("\n## ");
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
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
