import { type NextRequest, NextResponse } from "next/server";

/** No route has this path, so it gets the designed page for addresses that lead nowhere. */
const nowhere = "/leads/nowhere";

/** An address that cannot be decoded, like `/%E0`, leads nowhere; Next would answer with a fault. */
export function proxy(request: NextRequest): NextResponse {
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return NextResponse.next();
  } catch {
    return NextResponse.rewrite(new URL(nowhere, request.url));
  }
}

/** Asked about such addresses alone. Literal, because Next reads it without running this file. */
export const config = { matcher: "/(.*%.*)" };
