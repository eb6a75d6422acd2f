import { eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import {
  assertMay,
  type ErasureContext,
  ErasureError,
  openMailRequest,
  type Tx,
} from "@/lib/erasure";
import { describeMail } from "./describe-mail";
import type { SettleInbound } from "./schemas";
import { openSealedMail } from "./sealed-mail";
import { senderOf } from "./sender-of";

/** The language of a mail that no rule has understood is not known. */
const locale = "en";

/**
 * Records what an operator did about a mail, and destroys what it said.
 *
 * With `request_opened` it becomes a request for its sender's address, unverified like any other:
 * not even an operator can tell from a mail whose it is. What it said goes on in the request's seal.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator; `not_found`; `wrong_state` for
 * a mail that is unread, dealt with, or names no single sender to open a request for;
 * `channel_closed`.
 */
export async function settleInbound(
  ctx: ErasureContext,
  { inboundMailId, outcome }: SettleInbound,
): Promise<{ requestId: string | null }> {
  assertMay(ctx, "settle_inbound_mail");
  return await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(inboundMails)
      .where(eq(inboundMails.id, inboundMailId))
      .for("update");
    if (row === undefined) throw new ErasureError("not_found", "There is no such mail.");
    if (row.state === "received" || row.state === "settled") {
      throw new ErasureError("wrong_state", `A mail that is ${row.state} cannot be settled.`);
    }
    const requestId = outcome === "request_opened" ? await openFor(tx, ctx, row) : row.requestId;
    await tx
      .update(inboundMails)
      .set({
        state: "settled",
        outcome,
        requestId,
        sealed: null,
        senderDigest: null,
        settledAt: ctx.now(),
        settledBy: ctx.actor.type,
      })
      .where(eq(inboundMails.id, row.id));
    return { requestId };
  });
}

async function openFor(
  tx: Tx,
  ctx: ErasureContext,
  { id, sealed }: typeof inboundMails.$inferSelect,
): Promise<string> {
  const mail = await openSealedMail(ctx.vault, id, sealed);
  const email = senderOf(mail?.from ?? "");
  if (mail === null || email === null) {
    throw new ErasureError("wrong_state", "The mail names no single sender.");
  }
  const text = describeMail(mail);
  const { requestId } = await openMailRequest({ ...ctx, db: tx }, { email, text, locale });
  return requestId;
}
