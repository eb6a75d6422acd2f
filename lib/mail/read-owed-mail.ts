import { eq } from "drizzle-orm";
import { erasureMails, erasureRequests } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** A mail's row and its request's. */
export type OwedMail = {
  mail: typeof erasureMails.$inferSelect;
  request: typeof erasureRequests.$inferSelect;
};

export async function readOwedMail(db: Db, mailId: string): Promise<OwedMail | undefined> {
  const [owed] = await db
    .select({ mail: erasureMails, request: erasureRequests })
    .from(erasureMails)
    .innerJoin(erasureRequests, eq(erasureRequests.id, erasureMails.requestId))
    .where(eq(erasureMails.id, mailId));
  return owed;
}
