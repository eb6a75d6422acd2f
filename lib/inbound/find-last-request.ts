import { desc, eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Tx } from "@/lib/erasure";

/**
 * The newest request of an address that has not ended, by the digest that ends with it: to which an
 * answer most likely belongs. Whoever reads it decides; the address on a mail proves nothing.
 */
export async function findLastRequest(tx: Tx, addressDigest: string): Promise<string | null> {
  const [last] = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.addressDigest, addressDigest))
    .orderBy(desc(erasureRequests.receivedAt))
    .limit(1);
  return last?.id ?? null;
}
