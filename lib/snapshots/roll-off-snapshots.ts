import { utc } from "@date-fns/utc";
import { subDays } from "date-fns";
import { and, asc, eq, lte } from "drizzle-orm";
import { storedObjects } from "@/db/schema";
import { isFenced } from "@/lib/erasure";
import { eraseObject, type FilesContext } from "@/lib/files";

const atOnce = 100;

/**
 * Erases the snapshots that are older than the policy promises to keep them: their bytes first, asked
 * of the store to be gone, then their rows.
 *
 * @returns how many. @throws AggregateError with what failed; it is tried again by the next sweep.
 */
export async function rollOffSnapshots(ctx: FilesContext, rollOffDays: number): Promise<number> {
  const until = new Date(+subDays(ctx.now(), rollOffDays, { in: utc }));
  const old = await ctx.db
    .select({ workspaceId: storedObjects.workspaceId, id: storedObjects.id })
    .from(storedObjects)
    .where(and(eq(storedObjects.purpose, "snapshot"), lte(storedObjects.createdAt, until)))
    .orderBy(asc(storedObjects.createdAt))
    .limit(atOnce);
  const failures: unknown[] = [];
  for (const file of old) {
    try {
      await eraseObject(ctx, file);
    } catch (error) {
      // Its workspace is being erased, and all its files with it.
      if (!isFenced(error)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some snapshots are left.");
  return old.length;
}
