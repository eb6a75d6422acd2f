import { sql } from "drizzle-orm";
import type { Tx } from "./context";

/**
 * Lets this transaction write to a frozen workspace: what erases has to blank what is kept.
 *
 * The fence itself is a trigger on every workspace table; see the migration of that name.
 */
export async function passFence(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('lethe.purging', 'on', true)`);
}
