import { renderMail } from "@/emails/render-mail";
import type { NoticeRef } from "@/lib/erasure";
import { policyProfile } from "@/lib/policy/policy-profile";
import { MailDeferred } from "./mail-deferred";
import type { Notice } from "./notice";
import type { NoticeContext } from "./notice-context";
import { readCodeNotice } from "./read-code-notice";
import { readDueNotice } from "./read-due-notice";
import { readExportNotice } from "./read-export-notice";
import { readInvitationNotice } from "./read-invitation-notice";

/**
 * Sends a mail that is about no request, and destroys the secret in its row.
 *
 * Repeatable: the row's id is the idempotency key. One that comes too late to be of use is given up.
 *
 * @returns "settled" when there was nothing left to do.
 * @throws MailDeferred when it should be tried again later.
 */
export async function sendNotice(
  ctx: NoticeContext,
  ref: NoticeRef,
): Promise<"sent" | "failed" | "settled"> {
  const notice = await readNotice(ctx, ref);
  if (notice === null) return "settled";
  const outcome = await deliver(ctx, ref.id, notice);
  await notice.record(outcome);
  return outcome;
}

async function readNotice(ctx: NoticeContext, ref: NoticeRef): Promise<Notice | null> {
  switch (ref.kind) {
    case "account_code":
      return await readCodeNotice(ctx, ref.id);
    case "due":
      return await readDueNotice(ctx, ref.id);
    case "export":
      return await readExportNotice(ctx, ref);
    case "invitation":
      return await readInvitationNotice(ctx, ref);
  }
}

async function deliver(
  ctx: NoticeContext,
  id: string,
  { to, language, subject, template, usefulUntil }: Notice,
): Promise<"sent" | "failed"> {
  if (usefulUntil <= ctx.now()) return "failed";
  const { privacyEmail: replyTo } = policyProfile(ctx.rules.profile).company;
  const delivery = await ctx.mailer.send({
    id,
    to,
    replyTo,
    subject,
    ...(await renderMail(template, language)),
  });
  if (delivery.ok) return "sent";
  if (delivery.retryAfterSeconds === null) return "failed";
  throw new MailDeferred(id, delivery.code, delivery.retryAfterSeconds);
}
