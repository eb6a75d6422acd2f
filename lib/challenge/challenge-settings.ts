import type { Env } from "@/lib/env";

/** Cloudflare's widget, which the form shows and whose answer the server has checked. */
export type ChallengeSettings = { siteKey: string; secretKey: string; verifyUrl: string };

const cloudflare = "https://challenges.cloudflare.com/turnstile/v0/siteverify";

/** Null where the form asks for no challenge, which is how it is unless both keys are set. */
export function challengeSettings(
  env: Pick<Env, "TURNSTILE_SITE_KEY" | "TURNSTILE_SECRET_KEY" | "TURNSTILE_VERIFY_URL">,
): ChallengeSettings | null {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET_KEY: secretKey } = env;
  if (siteKey === undefined || secretKey === undefined) return null;
  return { siteKey, secretKey, verifyUrl: env.TURNSTILE_VERIFY_URL ?? cloudflare };
}
