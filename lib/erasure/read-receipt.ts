import { eq } from "drizzle-orm";
import { erasureReceipts, erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ConfirmationCode } from "./schemas";
import type { RequestState } from "./status";

/**
 * The signed receipt of a request, the same each time: `jws` is null until it is completed.
 *
 * @returns null for a code that is malformed or that no request has.
 */
export async function readReceipt(
  ctx: Pick<ErasureContext, "db">,
  confirmationCode: string,
): Promise<{ state: RequestState; jws: string | null } | null> {
  if (!ConfirmationCode.safeParse(confirmationCode).success) return null;
  const [found] = await ctx.db
    .select({ state: erasureRequests.state, jws: erasureReceipts.jws })
    .from(erasureRequests)
    .leftJoin(erasureReceipts, eq(erasureReceipts.requestId, erasureRequests.id))
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  return found ?? null;
}
