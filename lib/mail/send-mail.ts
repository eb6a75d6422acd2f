import { and, eq, lt } from "drizzle-orm";
import { erasureMails, erasureRequests } from "@/db/schema";
import { log } from "@/lib/log";
import type { MailContext } from "./mail-context";
import { MailDeferred } from "./mail-deferred";
import { isLastMail, readMailMessage } from "./mail-message";
import type { Delivery, OutgoingMail } from "./mailer";
import { type OwedMail, readOwedMail } from "./read-owed-mail";
import { renewLink } from "./renew-link";
import { waitsForBackups } from "./waits-for-backups";
import { undeliverable, writeMail } from "./write-mail";

/**
 * For so long a mail is tried again: just within the provider's memory of idempotency keys, after
 * which a repeat could reach the reader twice.
 */
const givenUpAfterMilliseconds = 23 * 60 * 60 * 1000;

/** Long enough for the mail before it, short beside a reader's patience. */
const earlierMailSeconds = 3;

/** The mailer is not to throw; should it, nobody knows for how long. */
const mailerFailedSeconds = 60;

/**
 * Sends one queued mail and records what became of it; a mail already settled is left alone.
 *
 * Repeatable: the mail's id is the idempotency key, so a repeat after a lost answer reaches the
 * reader once. A request's last mail waits for those before it, because it takes the seal with it,
 * in the transaction that records it, and also when it can never be delivered: nobody needs the
 * address any more. Whatever else fails than the database ends, at the latest after most of a day,
 * in a recorded code.
 *
 * @returns "settled" when there was nothing left to do.
 * @throws MailDeferred when it should be tried again later; the mail stays queued.
 */
export async function sendMail(
  ctx: MailContext,
  mailId: string,
): Promise<"sent" | "failed" | "settled"> {
  const owed = await readOwedMail(ctx.db, mailId);
  if (owed?.mail.state !== "queued") return "settled";
  // Whoever confirms that they are gone enqueues it again.
  if (waitsForBackups(owed)) return "settled";

  const delivery = await deliver(ctx, owed);
  if (!delivery.ok && delivery.retryAfterSeconds !== null && isWorthWaiting(ctx, owed)) {
    throw new MailDeferred(mailId, delivery.code, delivery.retryAfterSeconds);
  }
  await recordOutcome(ctx, owed, delivery);
  return delivery.ok ? "sent" : "failed";
}

async function deliver(ctx: MailContext, owed: OwedMail): Promise<Delivery> {
  const message = readMailMessage(owed.mail.message);
  if (message === null) return undeliverable("message_unknown");
  if (isLastMail(message) && isWorthWaiting(ctx, owed) && (await hasEarlierMail(ctx, owed))) {
    return { ok: false, code: "earlier_mail_queued", retryAfterSeconds: earlierMailSeconds };
  }

  const written = await writeMail(ctx, message, owed);
  if (!written.ok) return written;
  if (message === "verify") await renewLink(ctx, owed);
  return await send(ctx, written.mail);
}

/** Ids are ordered by time. */
async function hasEarlierMail({ db }: MailContext, { mail }: OwedMail): Promise<boolean> {
  const [earlier] = await db
    .select({ id: erasureMails.id })
    .from(erasureMails)
    .where(
      and(
        eq(erasureMails.requestId, mail.requestId),
        eq(erasureMails.state, "queued"),
        lt(erasureMails.id, mail.id),
      ),
    )
    .limit(1);
  return earlier !== undefined;
}

async function send({ mailer }: MailContext, mail: OutgoingMail): Promise<Delivery> {
  try {
    return await mailer.send(mail);
  } catch (error) {
    const code = "mailer_failed";
    log.error("The mailer failed.", { mailId: mail.id, code, error });
    return { ok: false, code, retryAfterSeconds: mailerFailedSeconds };
  }
}

function isWorthWaiting({ now }: MailContext, { mail }: OwedMail): boolean {
  return now().getTime() - mail.queuedAt.getTime() < givenUpAfterMilliseconds;
}

async function recordOutcome(
  ctx: MailContext,
  { mail, request }: OwedMail,
  delivery: Delivery,
): Promise<void> {
  const message = readMailMessage(mail.message);

  await ctx.db.transaction(async (tx) => {
    await tx
      .update(erasureMails)
      .set(
        delivery.ok
          ? { state: "sent", providerId: delivery.providerId, sentAt: ctx.now(), errorCode: null }
          : { state: "failed", errorCode: delivery.code },
      )
      .where(and(eq(erasureMails.id, mail.id), eq(erasureMails.state, "queued")));

    if (message !== null && isLastMail(message)) {
      await tx
        .update(erasureRequests)
        .set({ sealed: null })
        .where(eq(erasureRequests.id, request.id));
    }
  });
}
