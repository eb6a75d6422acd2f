import { z } from "zod";
import { log } from "@/lib/log";
import type { ChallengeSettings } from "./challenge-settings";

/** Cloudflare's own limit for what the widget answers with. */
const Token = z.string().min(1).max(2_048);

const Verdict = z.object({ success: z.boolean(), hostname: z.string().optional() });

const patienceMilliseconds = 4_000;

/**
 * Whether the widget's answer is one that Cloudflare gave to somebody on this host's page, and has not been
 * handed in before. Only a clear yes is one: without an answer in four seconds nobody is let through.
 *
 * Cloudflare is told the answer and our secret; not the visitor's address, nor anything that they wrote.
 *
 * @see https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 */
export async function verifyChallenge(
  { secretKey, verifyUrl }: Pick<ChallengeSettings, "secretKey" | "verifyUrl">,
  { answer, hostname }: { answer: unknown; hostname: string },
): Promise<boolean> {
  const token = Token.safeParse(answer);
  if (!token.success) return false;
  try {
    const response = await fetch(verifyUrl, {
      method: "POST",
      body: new URLSearchParams({ secret: secretKey, response: token.data }),
      redirect: "error",
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const verdict = Verdict.parse(await response.json());
    return verdict.success && (verdict.hostname ?? hostname) === hostname;
  } catch (error) {
    log.error("A challenge could not be checked; the form was not taken.", { error });
    return false;
  }
}
