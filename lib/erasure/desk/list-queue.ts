import { and, asc, desc, sql } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { closedStates } from "../transition";
import { queueCursor } from "./queue-cursor";
import type { QueueFilter } from "./queue-filter";
import { queueRow } from "./queue-row";
import { queueWhere } from "./queue-where";
import type { QueuePage, QueueRow } from "./status";

export const pageRows = 50;

/**
 * One page of the queue: what is due first, first; of what has ended, the latest first.
 *
 * By key, so that a page far behind is as quick as the first.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function listQueue(
  ctx: ErasureContext,
  filter: QueueFilter,
  limit: number = pageRows,
): Promise<QueuePage> {
  assertMay(ctx, "read_requests");
  const hasEnded = showsEnded(filter);
  const at = hasEnded ? erasureRequests.closedAt : erasureRequests.dueAt;
  const { id } = erasureRequests;
  const { after } = filter;
  const isBehind =
    after === null
      ? undefined
      : hasEnded
        ? sql`(${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
        : sql`(${at}, ${id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const rows = await ctx.db
    .select(queueRow)
    .from(erasureRequests)
    .where(and(queueWhere(filter, ctx.now()), isBehind))
    .orderBy(...(hasEnded ? [desc(at), desc(id)] : [asc(at), asc(id)]))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? behind(shown.at(-1), hasEnded) : null };
}

function showsEnded({ view, state }: QueueFilter): boolean {
  return state === null ? view === "closed" : closedStates.includes(state);
}

function behind(last: QueueRow | undefined, hasEnded: boolean): string | null {
  const at = hasEnded ? last?.closedAt : last?.dueAt;
  return last === undefined || !at ? null : queueCursor({ at, id: last.id });
}
