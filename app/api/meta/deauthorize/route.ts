import { deauthorizeMetaUser } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { describeCallback } from "../describe-callback";
import { receiveCallback } from "../receive-callback";

export const dynamic = "force-dynamic";

/**
 * Meta's deauthorize callback: somebody removed the app from their Meta account.
 *
 * Their tokens are destroyed at once; whether it also opens a deletion is the policy profile's to
 * say. Meta documents no answer but 200, and a user we do not know gets it too.
 */
export async function POST(request: Request): Promise<Response> {
  return await receiveCallback(request, async (user) => {
    await deauthorizeMetaUser(erasureContext({ type: "meta" }), user);

    return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
  });
}

export function GET(): Response {
  return describeCallback("Meta's deauthorize callback");
}
