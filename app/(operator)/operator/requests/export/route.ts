import { stringify } from "csv-stringify/sync";
import { currentUser } from "@/lib/auth";
import { exportQueue, QueueFilter } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";

export const dynamic = "force-dynamic";

const columns = [
  "code",
  "state",
  "subject",
  "channel",
  "requester",
  "received_at",
  "due_at",
  "extended",
  "closed_at",
];

/**
 * The queue with its filters as CSV, line by line as it is read: codes, states and dates, nobody's
 * name. Who is no operator finds nothing here.
 */
export async function GET(request: Request): Promise<Response> {
  const user = await currentUser();
  if (!user?.isOperator) return new Response(null, { status: 404 });
  const ctx = erasureContext({ type: "operator", userId: user.id });
  const { after: _place, ...filter } = QueueFilter.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  return new Response(streamOf(linesOf(exportQueue(ctx, filter))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="requests.csv"',
      "Cache-Control": "no-store",
    },
  });
}

async function* linesOf(rows: ReturnType<typeof exportQueue>): AsyncGenerator<string> {
  yield stringify([columns]);
  for await (const row of rows) {
    yield stringify([
      [
        row.confirmationCode,
        row.state,
        row.subjectKind,
        row.channel,
        row.requesterKind,
        row.receivedAt.toISOString(),
        row.dueAt.toISOString(),
        row.isExtended ? "yes" : "no",
        row.closedAt?.toISOString() ?? "",
      ],
    ]);
  }
}

/** Asked for a line only when the reader has room for it. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await safely("/operator/requests/export", () => lines.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
