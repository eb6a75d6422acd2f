import { and, eq } from "drizzle-orm";
import { erasureMails, erasureRequests } from "@/db/schema";
import { renderMail } from "@/emails/render-mail";
import { openSealedRequest } from "@/lib/erasure";
import { policyProfile } from "@/lib/policy/policy-profile";
import { composeMail } from "./compose-mail";
import type { MailContext } from "./mail-context";
import { MailDeferred } from "./mail-deferred";
import { isLastMail, mailMessageOf } from "./mail-message";
import type { Delivery } from "./mailer";

/**
 * For so long a mail is tried again: just within the provider's memory of idempotency keys, after
 * which a repeat could reach the reader twice.
 */
const givenUpAfterMilliseconds = 23 * 60 * 60 * 1000;

/**
 * Sends one queued mail and records what became of it; a mail already settled is left alone.
 *
 * Repeatable: the mail's id is the idempotency key, so a repeat after a lost answer reaches the
 * reader once. A request's last mail takes the seal with it, in the transaction that records it,
 * and also when it can never be delivered: nobody needs the address any more.
 *
 * @throws MailDeferred when it should be tried again later; the mail stays queued.
 */
export async function sendMail(ctx: MailContext, mailId: string): Promise<void> {
  const owed = await readOwedMail(ctx, mailId);
  if (owed?.mail.state !== "queued") return;

  const delivery = await deliver(ctx, owed);
  if (!delivery.ok && delivery.retryAfterSeconds !== null && isWorthWaiting(ctx, owed.mail)) {
    throw new MailDeferred(mailId, delivery.code, delivery.retryAfterSeconds);
  }
  await recordOutcome(ctx, owed, delivery);
}

type OwedMail = {
  mail: typeof erasureMails.$inferSelect;
  request: typeof erasureRequests.$inferSelect;
};

async function readOwedMail({ db }: MailContext, mailId: string): Promise<OwedMail | undefined> {
  const [owed] = await db
    .select({ mail: erasureMails, request: erasureRequests })
    .from(erasureMails)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureMails.requestId))
    .where(eq(erasureMails.id, mailId));
  return owed;
}

async function deliver(ctx: MailContext, { mail, request }: OwedMail): Promise<Delivery> {
  const message = mailMessageOf(mail.message);
  const { email, verificationToken: token } = await openSealedRequest(
    ctx.vault,
    request.id,
    request.sealed,
  );
  if (email === undefined) return undeliverable("no_address");
  if (message === "verify" && token === undefined) return undeliverable("no_token");

  const profile = policyProfile(request.policyProfile);
  const { subject, template } = composeMail(message, {
    request,
    token,
    profile,
    appUrl: ctx.appUrl,
  });
  return ctx.mailer.send({
    id: mail.id,
    to: email,
    replyTo: profile.company.privacyEmail,
    subject,
    ...(await renderMail(template)),
  });
}

function undeliverable(code: string): Delivery {
  return { ok: false, code, retryAfterSeconds: null };
}

function isWorthWaiting({ now }: MailContext, mail: OwedMail["mail"]): boolean {
  return now().getTime() - mail.queuedAt.getTime() < givenUpAfterMilliseconds;
}

async function recordOutcome(
  ctx: MailContext,
  { mail, request }: OwedMail,
  delivery: Delivery,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(erasureMails)
      .set(
        delivery.ok
          ? { state: "sent", providerId: delivery.providerId, sentAt: ctx.now(), errorCode: null }
          : { state: "failed", errorCode: delivery.code },
      )
      .where(and(eq(erasureMails.id, mail.id), eq(erasureMails.state, "queued")));

    if (isLastMail(mailMessageOf(mail.message))) {
      await tx
        .update(erasureRequests)
        .set({ sealed: null })
        .where(eq(erasureRequests.id, request.id));
    }
  });
}
