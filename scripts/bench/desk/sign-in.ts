import { cookiesOf, credentialsPost } from "../http/credentials-post";

/** Signs in over HTTP as a browser does. @returns what to send as `Cookie`. @throws where it may not. */
export async function signIn(
  appUrl: string,
  credentials: { email: string; password: string },
): Promise<string> {
  const { path, init } = await credentialsPost(appUrl);
  const answer = await fetch(new URL(path, appUrl), { redirect: "manual", ...init(credentials) });
  const cookies = cookiesOf(answer);
  if (!cookies.includes("session-token"))
    throw new Error(`Signing in was answered ${answer.status}.`);
  return cookies;
}
