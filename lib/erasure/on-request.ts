import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { OperatorAct } from "@/lib/authorization/acts";
import { assertMay } from "./assert-may";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";

/**
 * What an operator does to one request: authorised first, then under the request's lock.
 *
 * @throws ErasureError `not_authorised` for anybody who may not, `not_found`.
 */
export async function onRequest(
  ctx: ErasureContext,
  requestId: string,
  act: OperatorAct,
  work: (tx: Tx, request: typeof erasureRequests.$inferSelect) => Promise<void>,
): Promise<void> {
  assertMay(ctx, act);
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId))
      .for("update");
    if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
    await work(tx, request);
  });
}
