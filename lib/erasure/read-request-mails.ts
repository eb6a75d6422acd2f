import { asc, eq } from "drizzle-orm";
import { erasureMails, mailEvents } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";
import type { MailReport, RequestMail } from "./status";

/** The later ones outweigh the earlier: a mail that was delivered may still be complained about. */
const weights: Record<MailReport, number> = {
  delivered: 1,
  suppressed: 2,
  failed: 2,
  bounced: 3,
  complained: 4,
};

/**
 * The mails that a request owed, and what became of each, in order: sent or not, and what the
 * provider has reported since. No address.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function readRequestMails(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<RequestMail[]> {
  assertMay(ctx, "read_requests");
  const rows = await ctx.db
    .select({ mail: erasureMails, kind: mailEvents.kind, occurredAt: mailEvents.occurredAt })
    .from(erasureMails)
    .leftJoin(mailEvents, eq(mailEvents.providerId, erasureMails.providerId))
    .where(eq(erasureMails.requestId, requestId))
    .orderBy(asc(erasureMails.id));

  const mails = new Map<string, RequestMail>();
  for (const { mail, kind, occurredAt } of rows) {
    const { id, message, state, errorCode, queuedAt, sentAt } = mail;
    const known = mails.get(id) ?? { message, state, errorCode, queuedAt, sentAt, report: null };
    const report = kind === null || occurredAt === null ? null : { kind, at: occurredAt };
    mails.set(id, { ...known, report: heavier(known.report, report) });
  }
  return [...mails.values()];
}

type Report = RequestMail["report"];

function heavier(one: Report, other: Report): Report {
  if (one === null || other === null) return one ?? other;
  return weights[other.kind] > weights[one.kind] ? other : one;
}
