import { z } from "zod";

const Secrets = z
  .string()
  .transform((text) => text.split(",").map((secret) => secret.trim()))
  .pipe(z.array(z.string().min(8)).min(1));

const WebhookSecrets = Secrets.pipe(z.array(z.string().startsWith("whsec_")));

const Address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

/** A list, newest first, in the form in which the key is parsed. */
const MasterKeys = z.string().refine((list) =>
  list.split(",").every((key) => {
    const { success } = z.base64().safeParse(key.trim());
    return success && Buffer.from(key, "base64").length === 32;
  }),
);

/** What each variable has to be, in the words of the message that names it. */
const expectations = {
  DATABASE_URL: "a PostgreSQL address, like postgres://user:password@host:5432/lethe",
  APP_URL: "the app's public address, like https://example.com",
  META_APP_SECRETS: "the Meta app's secrets, newest first, with commas between them",
  WHATSAPP_APP_SECRETS: "the WhatsApp app's secrets, newest first, with commas between them",
  WHATSAPP_VERIFY_TOKEN: "the token agreed on with Meta for the WhatsApp webhook",
  RESEND_API_KEY: "an API key from Resend, like re_...",
  RESEND_BASE_URL: "the address of Resend's API; leave it out for Resend itself",
  RESEND_WEBHOOK_SECRET:
    "the secret of Resend's webhook, like whsec_..., or several with commas, newest first",
  MAIL_FROM: 'a sender, like "Privacy <privacy@example.com>"',
  S3_ENDPOINT: "the address of the object store; leave it out for Amazon S3",
  S3_BUCKET: "the name of the bucket that files are kept in",
  S3_REGION: "the bucket's region, like eu-central-1",
  S3_ACCESS_KEY_ID: "the access key of the object store; leave both out to use the machine's role",
  S3_SECRET_ACCESS_KEY: "the secret that belongs to S3_ACCESS_KEY_ID",
  META_GRAPH_URL: "the address of Meta's Graph API; leave it out for Meta itself",
  TELEGRAM_API_URL: "the address of Telegram's Bot API; leave it out for Telegram itself",
  OPENAI_API_URL: "the address of OpenAI's API, without /v1; leave it out for OpenAI itself",
  OPENAI_API_KEY: "the platform's own key for OpenAI",
  ANTHROPIC_API_URL:
    "the address of Anthropic's API, without /v1; leave it out for Anthropic itself",
  ANTHROPIC_API_KEY: "the platform's own key for Anthropic",
  METRICS_PORT: "a port of this machine that nobody uses, like 9464",
  PORT: "the port that the app listens at, which `next start` sets",
  POLICY_PROFILE: "the name of a policy profile",
  APP_ROLE_PASSWORD: "the password that `npm run db:roles` gives the app's role",
  WORKER_ROLE_PASSWORD: "the password that `npm run db:roles` gives the worker's role",
  TRUSTED_PROXY_HOPS: "how many proxies of yours a request passes before this process, like 1",
  RATE_LIMIT_FACTOR: "what the limits by client address are multiplied by, like 1",
  TURNSTILE_SITE_KEY: "the public key of a Turnstile widget, set together with its secret key",
  TURNSTILE_SECRET_KEY: "the secret key of a Turnstile widget, set together with its public key",
  TURNSTILE_VERIFY_URL: "where Turnstile's answers are checked; leave it out for Cloudflare itself",
  STYLEGUIDE: "1, which shows operators the style page; leave it out where you do not build pages",
  MASTER_KEY:
    "32 random bytes in base64 (openssl rand -base64 32), or several with commas, newest first",
} as const;

/** The environment as the app and the worker read it: parsed once, by name, nowhere else. */
const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_URL: Address,
  META_APP_SECRETS: Secrets,
  WHATSAPP_APP_SECRETS: Secrets.optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8).optional(),
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: Address.optional(),
  RESEND_WEBHOOK_SECRET: WebhookSecrets.optional(),
  MAIL_FROM: z.string().includes("@"),
  S3_ENDPOINT: Address.optional(),
  S3_BUCKET: z.string().min(3),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  META_GRAPH_URL: Address.optional(),
  TELEGRAM_API_URL: Address.optional(),
  OPENAI_API_URL: Address.optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  ANTHROPIC_API_URL: Address.optional(),
  ANTHROPIC_API_KEY: z.string().min(1).optional(),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3_000),
  POLICY_PROFILE: z.string().min(1).default("default"),
  APP_ROLE_PASSWORD: z.string().min(8).optional(),
  WORKER_ROLE_PASSWORD: z.string().min(8).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().max(1e9).default(1),
  TURNSTILE_SITE_KEY: z.string().min(1).optional(),
  TURNSTILE_SECRET_KEY: z.string().min(1).optional(),
  TURNSTILE_VERIFY_URL: Address.optional(),
  STYLEGUIDE: z.literal("1").optional(),
  MASTER_KEY: MasterKeys,
}) satisfies z.ZodObject<Record<keyof typeof expectations, z.ZodType>>;
export type Env = z.infer<typeof Env>;

/** Variables that are missing or malformed; the message names each and says what it should be. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** @throws EnvError. An empty variable counts as missing. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.keys(expectations).flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  );
  const parsed = Env.safeParse(given);
  const alone = keysAlone(given);
  if (parsed.success && alone.length === 0) return parsed.data;

  const names = new Set([
    ...alone,
    ...(parsed.error?.issues ?? []).map(({ path }) => String(path[0])),
  ]);
  const lines = Object.entries(expectations)
    .filter(([name]) => names.has(name))
    .map(
      ([name, what]) =>
        `  ${name} ${name in given ? "is not" : "is missing; it should be"} ${what}.`,
    );
  throw new EnvError(`The environment is not complete:\n${lines.join("\n")}`);
}

/** A challenge that is shown and not checked keeps nobody out; one that is checked and not shown, everybody. */
function keysAlone(given: Readonly<Record<string, unknown>>): string[] {
  const keys = ["TURNSTILE_SITE_KEY", "TURNSTILE_SECRET_KEY"];
  const missing = keys.filter((name) => !(name in given));
  return missing.length === 1 ? missing : [];
}

let parsed: Env | undefined;

/** This process's environment, parsed at first use. @throws EnvError. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
