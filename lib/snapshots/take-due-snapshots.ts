import { utc } from "@date-fns/utc";
import { startOfDay } from "date-fns";
import { and, asc, eq, exists, gte, notExists } from "drizzle-orm";
import { storedObjects, workspaceKeys, workspaces } from "@/db/schema";
import { isFenced } from "@/lib/erasure";
import type { FilesContext } from "@/lib/files";
import { takeSnapshot } from "./take-snapshot";

/** So many, and then the worker looks again. */
const atOnce = 20;

/**
 * Takes the snapshots that are due: one of every active workspace in every night, by universal time.
 * One that fails is tried by the next sweep, and stops none of the others.
 *
 * @returns how many it took. @throws AggregateError with what failed.
 */
export async function takeDueSnapshots(ctx: FilesContext): Promise<number> {
  const failures: unknown[] = [];
  let taken = 0;
  for (const { id } of await workspacesDue(ctx)) {
    try {
      if ((await takeSnapshot(ctx, id)) !== null) taken++;
    } catch (error) {
      // Its erasure has begun.
      if (!isFenced(error)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some snapshots were not taken.");
  return taken;
}

/** One that is pending counts: it is under way, or will be swept. */
async function workspacesDue({ db, now }: FilesContext): Promise<{ id: string }[]> {
  const tonights = db
    .select({ id: storedObjects.id })
    .from(storedObjects)
    .where(
      and(
        eq(storedObjects.workspaceId, workspaces.id),
        eq(storedObjects.purpose, "snapshot"),
        gte(storedObjects.createdAt, new Date(+startOfDay(now(), { in: utc }))),
      ),
    );
  const keys = db
    .select({ id: workspaceKeys.id })
    .from(workspaceKeys)
    .where(eq(workspaceKeys.workspaceId, workspaces.id));
  return await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.state, "active"), exists(keys), notExists(tonights)))
    .orderBy(asc(workspaces.id))
    .limit(atOnce);
}
