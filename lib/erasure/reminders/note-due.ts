import { dueMarks, dueNotices } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { ErasureContext, Tx } from "../context";
import type { DueMark } from "./due-ranges";

export type DueAudience = (typeof dueMarks.$inferSelect)["audience"];

/** What is due: a request, or a task of the business that it was forwarded to. */
export type DueItem = { itemId: string; requestId: string; mark: DueMark; dueAt: Date };

export type Addressee = { controllerId: string | null; userId: string | null };

/**
 * Records that an audience is told of these deadlines, and owes the mails that tell it: one to each
 * addressee about all of them.
 *
 * What has been told already, or is being told by another worker, is left out.
 *
 * @returns how many deadlines were left to tell of.
 */
export async function noteDue(
  tx: Tx,
  ctx: ErasureContext,
  audience: DueAudience,
  items: readonly DueItem[],
  addressees: readonly Addressee[],
): Promise<number> {
  if (items.length === 0) return 0;
  const batchId = newId();
  const markedAt = ctx.now();
  const marked = await tx
    .insert(dueMarks)
    .values(items.map((item) => ({ ...item, audience, batchId, markedAt })))
    .onConflictDoNothing()
    .returning({ itemId: dueMarks.itemId });
  if (marked.length === 0) return 0;
  for (const addressee of addressees) {
    const id = newId();
    await tx.insert(dueNotices).values({ ...addressee, id, batchId, queuedAt: markedAt });
    await ctx.jobs.enqueue(tx, { queue: "send-notice", data: { kind: "due", id } });
  }
  return marked.length;
}
