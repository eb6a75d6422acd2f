import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env";
import { addressHeader, languageHeader } from "./lib/i18n/language-headers";
import { settleLanguage } from "./lib/i18n/settle-language";
import { policyProfile } from "./lib/policy/policy-profile";
import { guardPage } from "./lib/security/guard-page";

/** No route has this path, so it gets the designed page for addresses that lead nowhere. */
const nowhere = "/leads/nowhere";

/**
 * An address that cannot be decoded, like `/%E0`, leads nowhere; Next would answer with a fault.
 * A public page is served in the language that its address or else the browser asks for. Every page
 * gets a policy of what it may load and do.
 */
export function proxy(request: NextRequest): NextResponse {
  return guardPage({ headers: request.headers, appUrl: env().APP_URL }, (headers) => {
    try {
      decodeURIComponent(request.nextUrl.pathname);
    } catch {
      return NextResponse.rewrite(new URL(nowhere, request.url), { request: { headers } });
    }
    return serveInLanguage(request, headers);
  });
}

function serveInLanguage(request: NextRequest, headers: Headers): NextResponse {
  const address = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const { languages } = policyProfile(env().POLICY_PROFILE);
  const settled = settleLanguage(address, request.headers.get("accept-language"), languages);
  if (settled === null) return NextResponse.next({ request: { headers } });
  if (settled.act === "redirect") {
    return NextResponse.redirect(new URL(settled.path, env().APP_URL));
  }

  headers.set(languageHeader, settled.language);
  headers.set(addressHeader, address);
  const response = settled.isNegotiated
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(settled.path, request.url), { request: { headers } });
  response.headers.set("Content-Language", settled.language);
  return response;
}

/**
 * Asked about every page and every such address; not about what serves data: files of the build,
 * the API, and customers' media, which answer for themselves. Literal, because Next reads it without
 * running this file.
 */
export const config = {
  matcher: ["/(.*%.*)", "/((?!_next/|api/|[^/]+/media/).*)"],
};
