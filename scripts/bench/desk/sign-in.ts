import { z } from "zod";

const Csrf = z.object({ csrfToken: z.string() });

/** Signs in over HTTP as a browser does. @returns what to send as `Cookie`. @throws where it may not. */
export async function signIn(
  appUrl: string,
  credentials: { email: string; password: string },
): Promise<string> {
  const asked = await fetch(`${appUrl}/api/auth/csrf`);
  const { csrfToken } = Csrf.parse(await asked.json());
  const answer = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes("session-token"))
    throw new Error(`Signing in was answered ${answer.status}.`);
  return cookies;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
