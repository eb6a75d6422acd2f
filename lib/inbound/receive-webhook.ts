import { inboundMails, mailEvents, webhookDeliveries } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "@/lib/erasure";
import { sealMail } from "./sealed-mail";
import type { WebhookEvent } from "./webhook-event";

/** Longer than a delivery is repeated by itself, and than anybody repeats one by hand. */
const rememberedMilliseconds = 30 * 24 * 60 * 60 * 1000;

type Given = { deliveryId: string; event: WebhookEvent };

/**
 * Takes one of the provider's webhooks, once: a delivery that was taken before changes nothing.
 *
 * A mail that came in is recorded, and a job to fetch it is enqueued, in the transaction that
 * remembers the delivery.
 */
export async function receiveWebhook(
  ctx: ErasureContext,
  { deliveryId, event }: Given,
): Promise<"taken" | "repeated"> {
  return await ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const taken = await tx
      .insert(webhookDeliveries)
      .values({
        source: "resend",
        deliveryId,
        receivedAt: now,
        expiresAt: new Date(now.getTime() + rememberedMilliseconds),
      })
      .onConflictDoNothing()
      .returning({ deliveryId: webhookDeliveries.deliveryId });
    if (taken.length === 0) return "repeated";

    if (event.kind === "received") await recordMail(tx, ctx, event);
    else await recordReport(tx, ctx, event);
    return "taken";
  });
}

type Received = Extract<WebhookEvent, { kind: "received" }>;
type Reported = Exclude<WebhookEvent, Received>;

/** Two endpoints may be told of one mail, each by a delivery of its own. */
async function recordMail(tx: Tx, ctx: ErasureContext, mail: Received): Promise<void> {
  const id = newId();
  const recorded = await tx
    .insert(inboundMails)
    .values({
      id,
      providerId: mail.providerId,
      sealed: await sealMail(ctx.vault, id, { from: mail.from, subject: mail.subject }),
      receivedAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: inboundMails.id });
  if (recorded.length === 0) return;
  await ctx.jobs.enqueue(tx, { queue: "read-inbound", data: { inboundMailId: id } });
}

async function recordReport(tx: Tx, ctx: ErasureContext, report: Reported): Promise<void> {
  const { providerId, kind } = report;
  const recordedAt = ctx.now();
  await tx
    .insert(mailEvents)
    .values({ providerId, kind, occurredAt: report.occurredAt ?? recordedAt, recordedAt })
    .onConflictDoNothing();
}
