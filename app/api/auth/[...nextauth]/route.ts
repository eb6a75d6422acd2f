import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions, isSignedIn, tryToSignIn } from "@/lib/auth";
import { isBodyUnderstood, isUnderstood } from "@/lib/auth/next-auth-input";
import { env } from "@/lib/env";
import { readBody } from "@/lib/read-body";
import { safely } from "@/lib/safely";
import { bodyRefusals } from "../../body-refusals";
import { problem } from "../../problem";

export const dynamic = "force-dynamic";

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** An address, a password and a token against forgery. */
const maxBytes = 16 * 1024;

/**
 * What is used of next-auth. With a password alone nobody comes back from elsewhere; and `_log` would let
 * anybody write into our log.
 */
const offered = {
  GET: ["csrf", "session", "providers", "signin", "signout", "error", "verify-request"],
  POST: ["signin", "signout", "callback"],
};

/** What next-auth's own pages and its client ask. The options are made per request: a build has no environment. */
export async function GET(request: NextRequest, context: AuthContext): Promise<Response> {
  if (!(await isOffered(offered.GET, context))) return notOffered();
  if (!isAskedRight(request)) return notUnderstood();
  return await safely("/api/auth", () => NextAuth(request, context, authOptions()));
}

/** Signing in and out. A client whose tries keep failing waits; one that was right has made none. */
export async function POST(request: NextRequest, context: AuthContext): Promise<Response> {
  if (!(await isOffered(offered.POST, context))) return notOffered();
  // Before it is this request's turn: whoever sends slowly keeps nobody waiting.
  const read = await readBody(request, maxBytes);
  if (!read.ok) {
    const { status, title } = bodyRefusals[read.code];
    return problem(status, read.code, title);
  }
  const { method, headers, url } = request;
  const isBodyRight = isBodyUnderstood(read.body, headers.get("content-type"), env().APP_URL);
  if (!isBodyRight || !isAskedRight(request)) return notUnderstood();

  return await safely("/api/auth", async () => {
    const capped = new NextRequest(url, { method, headers, body: new Uint8Array(read.body) });
    if (!request.nextUrl.pathname.endsWith("/callback/credentials")) {
      return await NextAuth(capped, context, authOptions());
    }

    const tried = await tryToSignIn(
      headers,
      async (): Promise<Response> => await NextAuth(capped, context, authOptions()),
      (response) => isSignedIn(response.headers),
    );
    return "wait" in tried ? tooMany(tried.wait) : tried.outcome;
  });
}

async function isOffered(acts: readonly string[], { params }: AuthContext): Promise<boolean> {
  const [act = ""] = (await params).nextauth;
  return acts.includes(act);
}

function notOffered(): Response {
  return problem(404, "not_found", "There is nothing at this address.");
}

function isAskedRight({ nextUrl, cookies }: NextRequest): boolean {
  const [query, appUrl] = [nextUrl.searchParams, env().APP_URL];
  return isUnderstood({ query, cookies: cookies.getAll(), appUrl });
}

function notUnderstood(): Response {
  return problem(400, "malformed", "This is nothing that signing in or out understands.");
}

/** next-auth's client reads what went wrong out of an address. */
function tooMany(wait: number): Response {
  const url = new URL("/sign-in?error=TooManyTries", env().APP_URL).href;
  return Response.json(
    { url, code: "too_many_tries" },
    { status: 429, headers: { "Retry-After": `${wait}`, "Cache-Control": "no-store" } },
  );
}
