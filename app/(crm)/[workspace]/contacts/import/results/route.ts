import { problem } from "@/app/api/problem";
import { currentUser, membershipOf } from "@/lib/auth";
import { roleMay } from "@/lib/authorization/role-may";
import { cappedChunks } from "@/lib/capped-chunks";
import { answerList } from "@/lib/contacts/import/answer-list";
import { importLimits } from "@/lib/contacts/schemas";
import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { textStream } from "@/lib/text-stream";

export const dynamic = "force-dynamic";

type ImportRoute = { params: Promise<{ workspace: string }> };

/**
 * Imports a list of contacts, as the body itself, and answers with a CSV line for each of its lines while
 * it is still coming in. For members of the workspace alone; nobody else learns that it is there.
 *
 * The Origin is checked, because a browser sends the session to whoever asks for it.
 */
export async function POST(request: Request, { params }: ImportRoute): Promise<Response> {
  const { workspace } = await params;
  const user = await currentUser();
  const membership = user && (await membershipOf(user.id, workspace));
  const isOurs = request.headers.get("origin") === new URL(env().APP_URL).origin;
  if (!membership || !roleMay("import_contacts", membership.role) || !isOurs) {
    return problem(404, "not_found", "There is nothing at this address.");
  }
  const { maxBytes, maxLines } = importLimits;
  const length = Number(request.headers.get("content-length"));
  if (length > maxBytes || request.body === null) {
    return problem(413, "body_too_long", "The list has more than 10 MB, or nothing at all.");
  }
  const { workspaceId, role } = membership;
  const ctx = erasureContext({ type: role, userId: user.id });
  const answer = answerList(ctx, { workspaceId, maxLines }, cappedChunks(request.body, maxBytes));
  return new Response(textStream(answer), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="import-results.csv"',
      "Cache-Control": "no-store",
    },
  });
}
