import { and, asc, eq, lt } from "drizzle-orm";
import { dueNotices } from "@/db/schema";
import { minutesAfter } from "../calendar";
import type { ErasureContext } from "../context";
import { remindControllers } from "./remind-controllers";
import { remindOperators } from "./remind-operators";

/** A mail that is queued for longer has lost its job. */
const lostAfterMinutes = 10;
const noticesAtOnce = 500;

/**
 * Reminds operators and businesses of what is due, and tells of what is late; each deadline once at
 * each mark, however many workers ask and however often.
 *
 * Mails whose job was lost are enqueued again.
 *
 * @returns of how many deadlines somebody was told.
 */
export async function remind(ctx: ErasureContext): Promise<number> {
  const told = (await remindOperators(ctx)) + (await remindControllers(ctx));
  const lost = await ctx.db
    .select({ id: dueNotices.id })
    .from(dueNotices)
    .where(
      and(
        eq(dueNotices.state, "queued"),
        lt(dueNotices.queuedAt, minutesAfter(ctx.now(), -lostAfterMinutes)),
      ),
    )
    .orderBy(asc(dueNotices.queuedAt))
    .limit(noticesAtOnce);
  await ctx.db.transaction(async (tx) => {
    for (const { id } of lost) {
      await ctx.jobs.enqueue(tx, { queue: "send-notice", data: { kind: "due", id } });
    }
  });
  return told;
}
