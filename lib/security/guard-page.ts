import { randomBytes } from "node:crypto";
import { isSecure } from "@/lib/is-secure";
import { contentSecurityPolicy } from "./content-security-policy";

const header = "Content-Security-Policy";

/**
 * Gives a page its policy, with a nonce of its own: to the request, from which the framework takes the
 * nonce for what it writes into the page, and to the answer that `answer` makes of it.
 *
 * @param framed whose frames the page may show.
 */
export function guardPage<TResponse extends Response>(
  {
    headers,
    appUrl,
    framed = [],
  }: { headers: Headers; appUrl: string; framed?: readonly string[] },
  answer: (headers: Headers, nonce: string) => TResponse,
): TResponse {
  const nonce = randomBytes(18).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    isSecure: isSecure(appUrl),
    isDevelopment: process.env.NODE_ENV === "development",
    framed,
  });
  const asked = new Headers(headers);
  asked.set(header, policy);
  const response = answer(asked, nonce);
  response.headers.set(header, policy);
  return response;
}
