import { and, asc, eq, exists, inArray, isNotNull, notExists, or } from "drizzle-orm";
import { controllerTasks, erasureMails, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "../context";
import { type DueRange, dueRanges } from "./due-ranges";
import { notTold } from "./not-told";
import { type DueItem, noteDue } from "./note-due";

/** What one mail tells of at most; the rest has its turn in the next sweep. */
const itemsAtOnce = 500;

const operators = [{ controllerId: null, userId: null }];

/**
 * Tells the operators, in one mail, of what is due in 7, 3 and 1 days and of what is late: requests,
 * the answers of businesses, and acknowledgements that did not go out.
 *
 * A request that waits for nothing but the end of its grace period needs nobody, so it is left out
 * until it is late.
 *
 * @returns of how many deadlines.
 */
export async function remindOperators(ctx: ErasureContext): Promise<number> {
  const items: DueItem[] = [];
  for (const range of dueRanges(ctx.now())) items.push(...(await requestsDue(ctx, range)));
  items.push(...(await tasksLate(ctx)), ...(await requestsUnacknowledged(ctx)));
  return await ctx.db.transaction((tx) => noteDue(tx, ctx, "operators", items, operators));
}

const needsPeople = inArray(erasureRequests.state, ["verified", "in_review", "on_hold", "failed"]);
const isUnderWay = inArray(erasureRequests.state, ["scheduled", "purging", "verifying"]);

async function requestsDue(ctx: ErasureContext, range: DueRange): Promise<DueItem[]> {
  const rows = await ctx.db
    .select({ id: erasureRequests.id, dueAt: erasureRequests.dueAt })
    .from(erasureRequests)
    .where(
      and(
        range.mark === "late" ? or(needsPeople, isUnderWay) : needsPeople,
        notTold(ctx.db, "operators", range, erasureRequests),
      ),
    )
    .orderBy(asc(erasureRequests.dueAt))
    .limit(itemsAtOnce);
  return rows.map(({ id, dueAt }) => ({ itemId: id, requestId: id, mark: range.mark, dueAt }));
}

async function tasksLate(ctx: ErasureContext): Promise<DueItem[]> {
  const late: DueRange = { mark: "late", after: null, until: ctx.now() };
  const rows = await ctx.db
    .select({ ...task })
    .from(controllerTasks)
    .where(
      and(eq(controllerTasks.state, "open"), notTold(ctx.db, "operators", late, controllerTasks)),
    )
    .orderBy(asc(controllerTasks.dueAt))
    .limit(itemsAtOnce);
  return rows.map((row) => ({ ...row, mark: "late" }));
}

const task = {
  itemId: controllerTasks.id,
  requestId: controllerTasks.requestId,
  dueAt: controllerTasks.dueAt,
};

/** Somebody was to be written to by then, and no mail has reached the provider. */
async function requestsUnacknowledged(ctx: ErasureContext): Promise<DueItem[]> {
  const { id, acknowledgeBy } = erasureRequests;
  const mails = (isSent: boolean) =>
    ctx.db
      .select({ id: erasureMails.id })
      .from(erasureMails)
      .where(
        and(eq(erasureMails.requestId, id), isSent ? isNotNull(erasureMails.sentAt) : undefined),
      );
  const range: DueRange = { mark: "unacknowledged", after: null, until: ctx.now() };
  const rows = await ctx.db
    .select({ id, dueAt: acknowledgeBy })
    .from(erasureRequests)
    .where(
      and(
        or(eq(erasureRequests.state, "unverified"), needsPeople, isUnderWay),
        notTold(ctx.db, "operators", range, { id, dueAt: acknowledgeBy }),
        exists(mails(false)),
        notExists(mails(true)),
      ),
    )
    .orderBy(asc(acknowledgeBy))
    .limit(itemsAtOnce);
  return rows.map((row) => ({
    itemId: row.id,
    requestId: row.id,
    mark: "unacknowledged",
    dueAt: row.dueAt,
  }));
}
