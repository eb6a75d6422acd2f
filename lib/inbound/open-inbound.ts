import { eq } from "drizzle-orm";
import { erasureRequests, inboundMails } from "@/db/schema";
import { assertMay, type ErasureContext, ErasureError } from "@/lib/erasure";
import { inboundLine } from "./list-inbound";
import type { InboundMail } from "./schemas";
import { openSealedMail } from "./sealed-mail";

/**
 * One mail with its text, for the operator who reads it.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function openInbound(
  ctx: ErasureContext,
  { inboundMailId }: { inboundMailId: string },
): Promise<InboundMail> {
  assertMay(ctx, "read_inbound_mail");
  const [found] = await ctx.db
    .select({ row: inboundMails, requestCode: erasureRequests.confirmationCode })
    .from(inboundMails)
    .leftJoin(erasureRequests, eq(erasureRequests.id, inboundMails.requestId))
    .where(eq(inboundMails.id, inboundMailId));
  if (found === undefined) throw new ErasureError("not_found", "There is no such mail.");

  const { row, requestCode } = found;
  const mail = await openSealedMail(ctx.vault, row.id, row.sealed);
  return {
    ...(await inboundLine(ctx, row)),
    text: mail?.text ?? null,
    attachments: mail?.attachments ?? [],
    providerId: row.providerId,
    requestCode,
  };
}
