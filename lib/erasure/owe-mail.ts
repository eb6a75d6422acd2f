import { erasureMails } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "./context";

/** The messages that a request can owe somebody. */
export type MailMessage = "verify" | "received" | "completed" | "refused";

/** Records that a mail is owed and enqueues its sending, in the same transaction. */
export async function oweMail(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  message: MailMessage,
): Promise<void> {
  const mailId = newId();
  await tx.insert(erasureMails).values({ id: mailId, requestId, message, queuedAt: ctx.now() });
  await ctx.jobs.enqueue(tx, { queue: "send-mail", data: { mailId } });
}
