import { createSignedRequest } from "@/lib/meta";
import { MetaSendError } from "./meta-send-error";
import type { MetaSendTarget } from "./meta-send-target";

const patience = 15_000;

export type CallbackAnswer = { status: number; body: string };

/**
 * Posts one callback, signed and encoded as Meta does it.
 *
 * @throws {MetaSendError} when nothing answers in 15 seconds.
 */
export async function sendMetaCallback(
  { appUrl, secret }: MetaSendTarget,
  { path, user }: { path: string; user: string },
): Promise<CallbackAnswer> {
  const address = new URL(path, appUrl);
  const signedRequest = createSignedRequest({ userId: user, issuedAt: new Date() }, secret);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({ signed_request: signedRequest }),
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    throw new MetaSendError(`Nothing answers at ${address}. Is the app running there?`, {
      cause: error,
    });
  }
}
