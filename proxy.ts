import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { challengeSettings } from "./lib/challenge/challenge-settings";
import { challengeOrigin } from "./lib/challenge/schemas";
import { env } from "./lib/env";
import { deletionRoot, readDeletionPath } from "./lib/i18n/deletion-path";
import { addressHeader, languageHeader } from "./lib/i18n/language-headers";
import { settleLanguage } from "./lib/i18n/settle-language";
import { type CopiedPage, pageCopies } from "./lib/page-copies/page-copies";
import { wholePageHeader } from "./lib/page-copies/whole-page-header";
import { policyProfile } from "./lib/policy/policy-profile";
import { requestIdHeader } from "./lib/request-id-header";
import { guardPage } from "./lib/security/guard-page";
import { isTurnedAway } from "./lib/take-turn";
import { count } from "./lib/telemetry";

/** No route has this path, so it gets the designed page for addresses that lead nowhere. */
const nowhere = "/leads/nowhere";

/**
 * An address that cannot be decoded, like `/%E0`, leads nowhere; Next would answer with a fault.
 * A public page is served in the language that its address or else the browser asks for. Every page
 * gets a policy of what it may load and do, and an id that the log lines have, too. Where too many
 * wait already, nobody else is made to.
 */
export function proxy(request: NextRequest): Response {
  const requestId = randomUUID();
  const framed = framedBy(request.nextUrl.pathname);
  const guarded = { headers: request.headers, appUrl: env().APP_URL, framed };
  const response = guardPage<Response>(guarded, (headers, nonce) => {
    if (isTurnedAway()) return turnAway();
    headers.set(requestIdHeader, requestId);
    try {
      decodeURIComponent(request.nextUrl.pathname);
    } catch {
      return NextResponse.rewrite(new URL(nowhere, request.url), { request: { headers } });
    }
    return serveInLanguage(request, headers, nonce);
  });
  response.headers.set(requestIdHeader, requestId);
  return response;
}

/** The form's page alone, and that only where its challenge is on, shows a frame of somebody else. */
function framedBy(path: string): readonly string[] {
  const isForm = readDeletionPath(path)?.page === "";
  return isForm && challengeSettings(env()) !== null ? [challengeOrigin] : [];
}

function turnAway(): NextResponse {
  count("lethe_turned_away_total", {});
  return new NextResponse("Too many people are here just now. Please try again in a moment.\n", {
    status: 503,
    headers: { "Retry-After": "5", "Cache-Control": "no-store" },
  });
}

function serveInLanguage(request: NextRequest, headers: Headers, nonce: string): Response {
  const address = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const { languages } = policyProfile(env().POLICY_PROFILE);
  const settled = settleLanguage(address, request.headers.get("accept-language"), languages);
  if (settled === null) return NextResponse.next({ request: { headers } });
  if (settled.act === "redirect") {
    return NextResponse.redirect(new URL(settled.path, env().APP_URL));
  }

  if (settled.path === deletionRoot && isForWholePage(request)) {
    const { language } = settled;
    const copied = policyPages({ path: request.nextUrl.pathname, language }, nonce);
    if (copied !== null) return copied;
  }
  headers.set(languageHeader, settled.language);
  headers.set(addressHeader, address);
  const response = settled.isNegotiated
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(settled.path, request.url), { request: { headers } });
  response.headers.set("Content-Language", settled.language);
  return response;
}

/** The policy says the same to everybody for as long as this process lives. */
const policyPages = pageCopies(renderHere);

function isForWholePage(request: NextRequest): boolean {
  return process.env.NODE_ENV === "production" && request.headers.get(wholePageHeader) === "yes";
}

function renderHere({ path, language }: CopiedPage): Promise<Response> {
  const { PORT } = env();
  return fetch(`http://127.0.0.1:${PORT}${path}`, {
    headers: { "Accept-Language": language },
    cache: "no-store",
    redirect: "error",
  });
}

/**
 * Asked about every page and every such address; not about what serves data: files of the build,
 * the API, and customers' media, which answer for themselves. Exactly these: beside them there is
 * nothing, and that is said by a page. Literal, because Next reads it without running this file.
 */
export const config = {
  matcher: ["/(.*%.*)", "/((?!_next/static/|_next/image$|api/|[^/]+/media/[^/]+$).*)"],
};
