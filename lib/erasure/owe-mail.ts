import { erasureMails } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { daysAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";

/** The messages that a request can owe somebody. */
export type MailMessage = "verify" | "received" | "question" | "extended" | "completed" | "refused";

/**
 * Records that a mail is owed and enqueues its sending, in the same transaction.
 *
 * @param afterDays when it is for later, it counts as queued only then, and the sweep finds it.
 * @returns the mail's id.
 */
export async function oweMail(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  message: MailMessage,
  afterDays = 0,
): Promise<string> {
  const mailId = newId();
  const queuedAt = daysAfter(ctx.now(), afterDays);
  await tx.insert(erasureMails).values({ id: mailId, requestId, message, queuedAt });
  if (afterDays === 0) await ctx.jobs.enqueue(tx, { queue: "send-mail", data: { mailId } });
  return mailId;
}
