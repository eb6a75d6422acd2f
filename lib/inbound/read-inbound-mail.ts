import { and, eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { type ErasureContext, openMailRequest, type Tx } from "@/lib/erasure";
import { mailsOfAll } from "@/lib/rate-limits/client-limits";
import { countTry } from "@/lib/rate-limits/count-try";
import { describeMail } from "./describe-mail";
import { findLastRequest } from "./find-last-request";
import type { InboundContext } from "./inbound-context";
import type { IncomingMail } from "./mail-reader";
import { MailUnread } from "./mail-unread";
import { sealMail } from "./sealed-mail";
import { type Understanding, understandMail } from "./understand-mail";

const hour = 60 * 60 * 1000;

/** So long a provider that does not answer is asked again; then an operator is told of the mail. */
const triedMilliseconds = 23 * hour;
/** So long a mail that the provider does not know may still be on its way to it. */
const awaitedMilliseconds = hour;

type Row = typeof inboundMails.$inferSelect;

/**
 * Fetches a mail that came in and does what follows from it: a request for its sender's address, an
 * entry in the operators' queue, or nothing where a machine has sent it.
 *
 * Repeatable: what follows is written in one transaction with the mail's new state, so a repeat
 * finds nothing to do. Mail is answered by the request's own link alone, and no mail is lost: what
 * cannot be fetched goes to the operators with what the provider's notice said of it.
 *
 * @returns "settled" when it had been read before.
 * @throws MailUnread when it should be tried again later.
 */
export async function readInboundMail(
  ctx: InboundContext,
  inboundMailId: string,
): Promise<"request" | "waiting" | "set_aside" | "settled"> {
  const [row] = await ctx.db.select().from(inboundMails).where(eq(inboundMails.id, inboundMailId));
  if (row?.state !== "received") return "settled";

  const reading = await ctx.reader.read(row.providerId);
  if (reading.ok) return await act(ctx, row, reading.mail);

  const age = ctx.now().getTime() - row.receivedAt.getTime();
  const limit = reading.code === "not_found" ? awaitedMilliseconds : triedMilliseconds;
  if (reading.retryAfterSeconds !== null && age < limit) {
    throw new MailUnread(row.id, reading.code);
  }
  return await ctx.db.transaction(async (tx) => {
    const isMine = await settle(tx, ctx, row, { state: "waiting", reason: "not_fetched" });
    return isMine ? "waiting" : "settled";
  });
}

async function act(ctx: InboundContext, row: Row, mail: IncomingMail) {
  const understood = await amongAll(ctx, understandMail(mail, ctx.inbound));
  const { from, subject, text, attachments } = mail;
  const sealed = await sealMail(ctx.vault, row.id, {
    from,
    subject,
    text,
    attachments: [...attachments],
  });
  return await ctx.db.transaction(async (tx) => {
    const { next, sender } = understood;
    const senderDigest = sender === null ? null : ctx.vault.digest("email", sender);
    const kept = { sealed, senderDigest };
    if (next !== "request") {
      const isMine = await settle(tx, ctx, row, {
        ...kept,
        state: next,
        reason: understood.reason,
        requestId: senderDigest === null ? null : await findLastRequest(tx, senderDigest),
      });
      return isMine ? next : "settled";
    }
    // First of all it is taken, so that of two at once only one opens a request.
    const isMine = await settle(tx, ctx, row, { ...kept, state: "understood" });
    if (!isMine) return "settled";
    const { requestId } = await open({ ...ctx, db: tx }, understood, mail);
    await tx.update(inboundMails).set({ requestId }).where(eq(inboundMails.id, row.id));
    return "request";
  });
}

/** Whoever writes from forged addresses makes us write to those: not to more than so many. */
async function amongAll({ db }: InboundContext, understood: Understanding): Promise<Understanding> {
  if (understood.next !== "request" || (await countTry(db, mailsOfAll, "all"))) return understood;
  return { next: "waiting", reason: "too_many", sender: understood.sender };
}

async function open(
  ctx: ErasureContext,
  { sender, locale }: Extract<Understanding, { next: "request" }>,
  mail: IncomingMail,
): Promise<{ requestId: string }> {
  return await openMailRequest(
    { ...ctx, actor: { type: "requester" } },
    { email: sender, text: describeMail(mail), locale },
  );
}

/** @returns false when another worker has read the mail meanwhile. */
async function settle(
  tx: Tx,
  ctx: ErasureContext,
  { id }: Row,
  changes: Partial<typeof inboundMails.$inferInsert>,
): Promise<boolean> {
  const settled = await tx
    .update(inboundMails)
    .set({ ...changes, readAt: ctx.now() })
    .where(and(eq(inboundMails.id, id), eq(inboundMails.state, "received")))
    .returning({ id: inboundMails.id });
  return settled.length > 0;
}
