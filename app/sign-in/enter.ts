import { headers } from "next/headers";
import { setSessionCookie, signIn, tryToSignIn } from "@/lib/auth";

/** Signs the browser in that posts a form, by the same checks and limits as one that has a script. */
export async function enter(
  credentials: unknown,
): Promise<{ ok: true; value: undefined } | { ok: false; code: "wrong" | "too_many_tries" }> {
  const asked = await headers();
  const tried = await tryToSignIn(
    asked,
    () => signIn(credentials, Object.fromEntries(asked)),
    (outcome) => typeof outcome === "object",
  );
  const outcome = "wait" in tried ? "too_many_tries" : tried.outcome;
  if (typeof outcome === "string") return { ok: false, code: outcome };
  await setSessionCookie(outcome.id);
  return { ok: true, value: undefined };
}
