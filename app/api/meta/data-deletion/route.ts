import { env } from "@/lib/env";
import { describeCallback } from "../describe-callback";
import { receiveCallback } from "../receive-callback";
import { openTogether } from "./open-together";

export const dynamic = "force-dynamic";

/**
 * Meta's data deletion callback: somebody who signed in with Meta wants their data deleted.
 *
 * Answers with where to look as soon as the request is recorded; the worker does the rest. A user
 * we do not know is answered alike, and so is one whose request is open: with the same code.
 */
export async function POST(request: Request): Promise<Response> {
  return await receiveCallback(request, async (user) => {
    const { confirmationCode } = await openTogether(user);

    // Field names are Meta's. The address is ours by configuration, never the Host header's.
    return Response.json(
      {
        url: new URL(`/data-deletion/status/${confirmationCode}`, env().APP_URL).href,
        confirmation_code: confirmationCode,
      },
      { headers: { "Cache-Control": "no-store" } },
    );
  });
}

export function GET(): Response {
  return describeCallback("Meta's data deletion callback");
}
