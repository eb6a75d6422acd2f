import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { erasureMails, erasureRequests, storedObjects } from "@/db/schema";
import type { ErasureContext } from "./context";

const atOnce = 200;

/**
 * Records of completed requests whose day has come that no backup from before is left: every older
 * snapshot has gone, its bytes asked of the store. The status page says so from then on, and a last
 * mail that waited for it is sent. While one is left nothing is confirmed, however late it gets.
 *
 * @returns how many were confirmed.
 */
export async function confirmBackupsGone(ctx: ErasureContext): Promise<number> {
  const due = await ctx.db
    .select({ id: erasureRequests.id, closedAt: erasureRequests.closedAt })
    .from(erasureRequests)
    .where(
      and(
        isNotNull(erasureRequests.backupsGoneBy),
        isNull(erasureRequests.backupsGoneAt),
        lte(erasureRequests.backupsGoneBy, ctx.now()),
      ),
    )
    .orderBy(asc(erasureRequests.backupsGoneBy))
    .limit(atOnce);
  let confirmed = 0;
  for (const { id, closedAt } of due) {
    if (closedAt === null || (await isAnyLeft(ctx, closedAt))) continue;
    if (await confirm(ctx, id)) confirmed++;
  }
  return confirmed;
}

/** A snapshot's row goes after its bytes have. */
async function isAnyLeft({ db }: ErasureContext, closedAt: Date): Promise<boolean> {
  const left = await db
    .select({ id: storedObjects.id })
    .from(storedObjects)
    .where(and(eq(storedObjects.purpose, "snapshot"), lte(storedObjects.createdAt, closedAt)))
    .limit(1);
  return left.length > 0;
}

async function confirm(ctx: ErasureContext, requestId: string): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    const confirmed = await tx
      .update(erasureRequests)
      .set({ backupsGoneAt: ctx.now() })
      .where(and(eq(erasureRequests.id, requestId), isNull(erasureRequests.backupsGoneAt)))
      .returning({ id: erasureRequests.id });
    if (confirmed.length === 0) return false;
    const waiting = await tx
      .update(erasureMails)
      .set({ queuedAt: ctx.now() })
      .where(
        and(
          eq(erasureMails.requestId, requestId),
          eq(erasureMails.message, "completed"),
          eq(erasureMails.state, "queued"),
        ),
      )
      .returning({ id: erasureMails.id });
    for (const { id } of waiting) {
      await ctx.jobs.enqueue(tx, { queue: "send-mail", data: { mailId: id } });
    }
    return true;
  });
}
