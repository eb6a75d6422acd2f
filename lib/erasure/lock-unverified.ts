import { and, eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Tx } from "./context";

/**
 * Locks a request that nobody has verified, and no other: who asks for one that is being carried out does
 * not wait for it.
 */
export async function lockUnverified(
  tx: Tx,
  requestId: string,
): Promise<{ sealed: string | null; addressDigest: string | null } | null> {
  const [locked] = await tx
    .select({ sealed: erasureRequests.sealed, addressDigest: erasureRequests.addressDigest })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.id, requestId), eq(erasureRequests.state, "unverified")))
    .for("update");
  return locked ?? null;
}
