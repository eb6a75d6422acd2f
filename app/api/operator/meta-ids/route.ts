import { currentUser } from "@/lib/auth";
import { userMay } from "@/lib/authorization/user-may";
import { cappedChunks } from "@/lib/capped-chunks";
import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { answerIdList } from "@/lib/meta";
import { textStream } from "@/lib/text-stream";
import { problem } from "../../problem";

export const dynamic = "force-dynamic";

/** A hundred thousand ids are under three megabytes. */
const maxBytes = 8 * 1024 * 1024;

/**
 * Takes Meta's list of user ids from an operator, as the body itself, and answers with a CSV line
 * for each of its lines while it is still coming in.
 *
 * Nobody else learns that it is there. The Origin is checked, because a browser sends the session to
 * whoever asks for it.
 */
export async function POST(request: Request): Promise<Response> {
  const user = await currentUser();
  const isOurs = request.headers.get("origin") === new URL(env().APP_URL).origin;
  if (!userMay("open_listed_requests", user) || !isOurs) {
    return problem(404, "not_found", "There is nothing at this address.");
  }
  const length = Number(request.headers.get("content-length"));
  if (length > maxBytes || request.body === null) {
    return problem(413, "body_too_long", "The list has more than 8 MB, or nothing at all.");
  }
  const ctx = erasureContext({ type: "operator", userId: user.id });
  return new Response(textStream(answerIdList(ctx, cappedChunks(request.body, maxBytes))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="meta-ids-results.csv"',
      "Cache-Control": "no-store",
    },
  });
}
