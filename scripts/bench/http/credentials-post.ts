import { z } from "zod";

const Csrf = z.object({ csrfToken: z.string() });

/** A sign-in with a password, as a browser that has read the form sends it. */
export type CredentialsPost = {
  path: string;
  init(credentials: { email: string; password: string }): RequestInit;
};

/** Asks for what a sign-in needs: the token that is to come back, and its cookie. */
export async function credentialsPost(appUrl: string): Promise<CredentialsPost> {
  const asked = await fetch(new URL("/api/auth/csrf", appUrl));
  const { csrfToken } = Csrf.parse(await asked.json());
  const headers = { cookie: cookiesOf(asked) };
  return {
    path: "/api/auth/callback/credentials",
    init: (credentials) => ({
      method: "POST",
      headers,
      body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
    }),
  };
}

/** The cookies that an answer sets, as they are sent back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
