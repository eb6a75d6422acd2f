import { isNotNull } from "drizzle-orm";
import { purgeControls } from "@/db/schema";
import type { Db, Tx } from "./context";

/** Whether operators have paused all purges. */
export async function isPaused(db: Db | Tx): Promise<boolean> {
  return (await pausedControls(db)).length > 0;
}

/** A row when they have: for a statement that has something else to ask as well. */
export function pausedControls(db: Db | Tx) {
  return db
    .select({ id: purgeControls.id })
    .from(purgeControls)
    .where(isNotNull(purgeControls.pausedAt));
}
