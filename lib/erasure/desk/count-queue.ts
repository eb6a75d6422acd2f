import { and, count, lt } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { assertMay } from "../assert-may";
import type { ErasureContext } from "../context";
import { isOpen } from "./queue-where";
import type { QueueCounts } from "./status";

/**
 * How many requests there are in each state, and how many open ones are late.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function countQueue(ctx: ErasureContext): Promise<QueueCounts> {
  assertMay(ctx, "read_requests");
  const states = await ctx.db
    .select({ state: erasureRequests.state, requests: count() })
    .from(erasureRequests)
    .groupBy(erasureRequests.state);
  const [late] = await ctx.db
    .select({ requests: count() })
    .from(erasureRequests)
    .where(and(isOpen, lt(erasureRequests.dueAt, ctx.now())));
  return {
    byState: Object.fromEntries(states.map(({ state, requests }) => [state, requests])),
    late: late?.requests ?? 0,
  };
}
