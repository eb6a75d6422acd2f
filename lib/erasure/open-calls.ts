import { and, eq } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { Db, Tx } from "./context";

/** Whether a run still waits for another system to answer. */
export async function hasOpenCalls(db: Db | Tx, runId: string): Promise<boolean> {
  const open = await db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.runId, runId), eq(calls.state, "pending")))
    .limit(1);
  return open.length > 0;
}
