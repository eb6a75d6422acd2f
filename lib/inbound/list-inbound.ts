import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { assertMay, type ErasureContext } from "@/lib/erasure";
import type { InboundFilter, InboundLine } from "./schemas";
import { openSealedMail } from "./sealed-mail";

const pageSize = 50;

type Page = { lines: InboundLine[]; next: string | null };

/**
 * A page of the mails in one state: what waits from the oldest on, everything else from the newest.
 *
 * @param after the last id of the page before.
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function listInbound(
  ctx: ErasureContext,
  { filter, after = null }: { filter: InboundFilter; after?: string | null },
): Promise<Page> {
  assertMay(ctx, "read_inbound_mail");
  const isOldestFirst = filter === "waiting";
  const beyond = isOldestFirst ? gt : lt;
  const rows = await ctx.db
    .select()
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.state, filter),
        after === null ? undefined : beyond(inboundMails.id, after),
      ),
    )
    .orderBy(isOldestFirst ? asc(inboundMails.id) : desc(inboundMails.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    lines: await Promise.all(shown.map((row) => inboundLine(ctx, row))),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** A row with who wrote about what, as long as that is kept. */
export async function inboundLine(
  { vault }: Pick<ErasureContext, "vault">,
  row: typeof inboundMails.$inferSelect,
): Promise<InboundLine> {
  const { id, state, reason, outcome, receivedAt, settledAt } = row;
  const mail = await openSealedMail(vault, id, row.sealed);
  const written = mail === null ? null : { from: mail.from, subject: mail.subject };
  return { id, state, reason, outcome, receivedAt, settledAt, written };
}
