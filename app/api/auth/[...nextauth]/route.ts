import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions, isSignedIn } from "@/lib/auth";
import { env } from "@/lib/env";
import { clientLimits } from "@/lib/rate-limits/client-limits";
import { countClientTry, giveBackClientTry } from "@/lib/rate-limits/client-tries";
import { readBody } from "@/lib/read-body";
import { safely } from "@/lib/safely";
import { problem } from "../../problem";

export const dynamic = "force-dynamic";

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** An address, a password and a token against forgery. */
const maxBytes = 16 * 1024;

/** What next-auth's own pages and its client ask. The options are made per request: a build has no environment. */
export async function GET(request: NextRequest, context: AuthContext): Promise<Response> {
  return await safely("/api/auth", () => NextAuth(request, context, authOptions()));
}

/** Signing in and out. A client whose tries keep failing waits; one that was right has made none. */
export async function POST(request: NextRequest, context: AuthContext): Promise<Response> {
  return await safely("/api/auth", async () => {
    const body = await readBody(request, maxBytes);
    if (body === null) return problem(413, "body_too_long", "The body has more than 16 KiB.");
    const { method, headers, url } = request;
    const capped = new NextRequest(url, { method, headers, body: new Uint8Array(body) });
    if (!request.nextUrl.pathname.endsWith("/callback/credentials")) {
      return await NextAuth(capped, context, authOptions());
    }

    const wait = await countClientTry(clientLimits.signIn, headers);
    if (wait !== null) return tooMany(wait);
    const response: Response = await NextAuth(capped, context, authOptions());
    if (isSignedIn(response.headers)) await giveBackClientTry(clientLimits.signIn, headers);
    return response;
  });
}

/** next-auth's client reads what went wrong out of an address. */
function tooMany(wait: number): Response {
  const url = new URL("/sign-in?error=TooManyTries", env().APP_URL).href;
  return Response.json(
    { url, code: "too_many_tries" },
    { status: 429, headers: { "Retry-After": `${wait}`, "Cache-Control": "no-store" } },
  );
}
