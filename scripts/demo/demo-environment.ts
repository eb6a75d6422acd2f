import { randomUUID } from "node:crypto";
import { type Env, parseEnv } from "@/lib/env";
import type { StorageSettings } from "@/lib/storage";
import type { DemoKeys } from "./demo-keys";

type Brought = {
  port: number;
  keys: DemoKeys;
  databaseUrl: string;
  mailUrl: string | null;
  files: StorageSettings | null;
  /** Who stands in for the other systems that are told of an erasure. */
  standInUrl: string;
};

/**
 * What the app and the worker are started with: what the demo brings, below what is set.
 *
 * @throws {EnvError} when a variable that is set is malformed.
 */
export function demoEnvironment(
  { port, keys, databaseUrl, mailUrl, files, standInUrl }: Brought,
  given: Readonly<Record<string, string | undefined>>,
): { variables: NodeJS.ProcessEnv; env: Env } {
  const brought = {
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    MASTER_KEY: keys.masterKey,
    META_APP_SECRETS: keys.metaAppSecret,
    WHATSAPP_APP_SECRETS: keys.whatsappAppSecret,
    WHATSAPP_VERIFY_TOKEN: keys.whatsappVerifyToken,
    RESEND_WEBHOOK_SECRET: keys.resendWebhookSecret,
    // Everybody who tries the demo out, by hand or by script, comes from this machine.
    RATE_LIMIT_FACTOR: "10",
    MAIL_FROM: "Lethe <privacy@lethe.test>",
    META_GRAPH_URL: `${standInUrl}/meta`,
    TELEGRAM_API_URL: `${standInUrl}/telegram`,
    OPENAI_API_URL: `${standInUrl}/openai`,
    ANTHROPIC_API_URL: `${standInUrl}/anthropic`,
    STYLEGUIDE: "1",
    OPENAI_API_KEY: "the-demo-has-none",
    ANTHROPIC_API_KEY: "the-demo-has-none",
    ...(mailUrl ? { RESEND_BASE_URL: mailUrl, RESEND_API_KEY: `re_${randomUUID()}` } : {}),
    ...(files ? storageVariables(files) : {}),
  };
  // An empty variable counts as absent, as it does in lib/env.ts.
  const set = Object.entries(given).filter(([, value]) => value !== "");
  const variables = {
    ...brought,
    ...Object.fromEntries(set),
    PORT: String(port),
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return { variables, env: parseEnv(variables) };
}

function storageVariables({ bucket, endpoint, credentials }: StorageSettings) {
  return {
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID: credentials?.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
  };
}
