import { expect, test } from "vitest";
import { EnvError } from "@/lib/env";
import { demoEnvironment } from "./demo-environment";

const brought = {
  port: 3001,
  databaseUrl: "postgres://embedded/lethe",
  mailUrl: "http://localhost:4008",
  files: {
    bucket: "lethe-demo",
    endpoint: "http://localhost:4009",
    credentials: { accessKeyId: "demo", secretAccessKey: "demo secret" },
  },
  standInUrl: "http://localhost:4010",
  keys: {
    masterKey: Buffer.alloc(32, 1).toString("base64"),
    metaAppSecret: "meta app secret",
    whatsappAppSecret: "whatsapp app secret",
    whatsappVerifyToken: "whatsapp verify token",
    resendWebhookSecret: "whsec_c2VjcmV0",
    password: "password",
    appRolePassword: "app role password",
    workerRolePassword: "worker role password",
  },
};

test("the demo brings all that the app needs", () => {
  const { env, variables } = demoEnvironment(brought, {});

  expect(env).toMatchObject({
    DATABASE_URL: "postgres://embedded/lethe",
    APP_URL: "http://localhost:3001",
    META_APP_SECRETS: ["meta app secret"],
    RESEND_BASE_URL: "http://localhost:4008",
    S3_ENDPOINT: "http://localhost:4009",
    S3_BUCKET: "lethe-demo",
    META_GRAPH_URL: "http://localhost:4010/meta",
    TELEGRAM_API_URL: "http://localhost:4010/telegram",
  });
  expect(variables.NODE_ENV).toBe("production");
});

test("a variable that is set wins, and an empty one counts as absent", () => {
  const { env } = demoEnvironment(brought, {
    APP_URL: "https://crm.example",
    META_APP_SECRETS: "newest secret,older secret",
    DATABASE_URL: "",
  });

  expect(env.APP_URL).toBe("https://crm.example");
  expect(env.META_APP_SECRETS).toEqual(["newest secret", "older secret"]);
  expect(env.DATABASE_URL).toBe("postgres://embedded/lethe");
});

test("with a mail service of one's own, what it lacks is named", () => {
  const given = { RESEND_BASE_URL: "https://mail.example" };

  expect(() => demoEnvironment({ ...brought, mailUrl: null }, given)).toThrow(EnvError);
  expect(() => demoEnvironment({ ...brought, mailUrl: null }, given)).toThrow(/RESEND_API_KEY/);
});
