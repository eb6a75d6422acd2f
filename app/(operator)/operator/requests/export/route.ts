import { stringify } from "csv-stringify/sync";
import { currentUser } from "@/lib/auth";
import { userMay } from "@/lib/authorization/user-may";
import { exportQueue, QueueFilter } from "@/lib/erasure";
import { erasureContext } from "@/lib/erasure-context";
import { safely } from "@/lib/safely";
import { textStream } from "@/lib/text-stream";

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
  if (!userMay("read_requests", user)) return new Response(null, { status: 404 });
  const ctx = erasureContext({ type: "operator", userId: user.id });
  const { after: _place, ...filter } = QueueFilter.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const lines = textStream(linesOf(exportQueue(ctx, filter)), (work) =>
    safely("/operator/requests/export", work),
  );
  return new Response(lines, {
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
