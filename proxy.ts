import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env";
import { addressHeader, languageHeader } from "./lib/i18n/language-headers";
import { settleLanguage } from "./lib/i18n/settle-language";
import { policyProfile } from "./lib/policy/policy-profile";

/** No route has this path, so it gets the designed page for addresses that lead nowhere. */
const nowhere = "/leads/nowhere";

/**
 * An address that cannot be decoded, like `/%E0`, leads nowhere; Next would answer with a fault.
 * A public page is served in the language that its address or else the browser asks for.
 */
export function proxy(request: NextRequest): NextResponse {
  try {
    decodeURIComponent(request.nextUrl.pathname);
  } catch {
    return NextResponse.rewrite(new URL(nowhere, request.url));
  }
  return serveInLanguage(request);
}

function serveInLanguage(request: NextRequest): NextResponse {
  const address = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const { languages } = policyProfile(env().POLICY_PROFILE);
  const settled = settleLanguage(address, request.headers.get("accept-language"), languages);
  if (settled === null) return NextResponse.next();
  if (settled.act === "redirect") {
    return NextResponse.redirect(new URL(settled.path, env().APP_URL));
  }

  const headers = new Headers(request.headers);
  headers.set(languageHeader, settled.language);
  headers.set(addressHeader, address);
  const response = settled.isNegotiated
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(settled.path, request.url), { request: { headers } });
  response.headers.set("Content-Language", settled.language);
  return response;
}

/** Asked about such addresses alone. Literal, because Next reads it without running this file. */
export const config = {
  matcher: ["/(.*%.*)", "/data-deletion/:path*", "/(en|ar|hi|id)/data-deletion/:path*"],
};
