import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "../context";
import { ErasureError } from "../errors";
import { onRequest } from "../on-request";
import { recordAct } from "../record-act";
import { openSealedRequest, type SealedRequest } from "../sealed-request";
import { findCandidates } from "./find-candidates";
import type { CaseDetails } from "./status";

/**
 * Opens what was asked, and looks for whom it may be about. That it was opened, when and by which
 * operator, is written down first.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state` once
 * it is destroyed.
 */
export async function openDetails(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<CaseDetails> {
  await onRequest(ctx, requestId, "open_request", async (tx, { sealed }) => {
    if (sealed === null) throw new ErasureError("wrong_state", "It has been destroyed.");
    await recordAct(tx, ctx, "details_opened", { requestId });
  });
  const [request] = await ctx.db
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
  const content = await openSealedRequest(ctx.vault, requestId, request.sealed);
  return {
    fields: fieldsOf(content),
    questions: (content.questions ?? []).map(({ text, answer }) => ({
      text,
      answer: answer ?? null,
    })),
    candidates: await findCandidates(ctx, request, content),
  };
}

/** What somebody wrote, without the secrets of links and without ids of ours. */
function fieldsOf(content: SealedRequest): CaseDetails["fields"] {
  const { email, metaUserId, workspaceSlug, businessName, details } = content;
  const given = { email, metaUserId, workspaceSlug, businessName, ...details };
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
}
