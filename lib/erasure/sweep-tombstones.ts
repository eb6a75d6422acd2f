import { subDays } from "date-fns";
import { lt } from "drizzle-orm";
import { addressTombstones } from "@/db/schema";
import type { ErasureContext } from "./context";
import { tombstoneDays } from "./late-arrival";

/**
 * Lets go of the addresses of contacts erased so long ago that nothing sent before can still arrive.
 *
 * Repeatable. Also of a frozen workspace, whose fence refuses no deletes: what is kept too long is
 * kept wrongly.
 */
export async function sweepTombstones({
  db,
  now,
}: Pick<ErasureContext, "db" | "now">): Promise<number> {
  const swept = await db
    .delete(addressTombstones)
    .where(lt(addressTombstones.frozenAt, subDays(now(), tombstoneDays)))
    .returning({ id: addressTombstones.id });
  return swept.length;
}
