import { currentUser } from "@/lib/auth";
import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { answerIdList } from "@/lib/meta";
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
  if (user === null || !user.isOperator || !isOurs) {
    return problem(404, "not_found", "There is nothing at this address.");
  }
  const length = Number(request.headers.get("content-length"));
  if (length > maxBytes || request.body === null) {
    return problem(413, "body_too_long", "The list has more than 8 MB, or nothing at all.");
  }
  const ctx = erasureContext({ type: "operator", userId: user.id });
  return new Response(streamOf(answerIdList(ctx, chunksOf(request.body, maxBytes))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="meta-ids-results.csv"',
      "Cache-Control": "no-store",
    },
  });
}

/** The list's bytes as they come in; it fails where they get too many, announced or not. */
async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let left = bytes;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
      if (left < 0) throw new Error("The list is too long.");
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Asked for a part only when the reader has room for it. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
