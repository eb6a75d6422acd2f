import { utc } from "@date-fns/utc";
import { startOfDay } from "date-fns";
import { and, eq, exists, gte, notExists, notInArray, sql } from "drizzle-orm";
import { storedObjects, workspaceKeys, workspaces } from "@/db/schema";
import { isFenced } from "@/lib/erasure";
import type { FilesContext } from "@/lib/files";
import { takeSnapshot } from "./take-snapshot";

const atOnce = 20;

/** So many, and then the worker looks again. */
const mostInSweep = 1_000;

/**
 * Takes the snapshots that are due, until none is: one of every active workspace in every night, by
 * universal time. One that fails is tried by the next sweep, and stops none of the others: they come
 * in no order, so that those that always fail stand before nobody.
 *
 * @returns how many it took. @throws AggregateError with what failed, when the others were tried.
 */
export async function takeDueSnapshots(ctx: FilesContext, stopping?: AbortSignal): Promise<number> {
  const failures: unknown[] = [];
  const tried: string[] = [];
  let taken = 0;
  while (tried.length < mostInSweep && !stopping?.aborted) {
    const due = await workspacesDue(ctx, tried);
    for (const { id } of due) {
      if (stopping?.aborted) break;
      tried.push(id);
      try {
        if ((await takeSnapshot(ctx, id)) !== null) taken++;
      } catch (error) {
        // Its erasure has begun.
        if (!isFenced(error)) failures.push(error);
      }
    }
    if (due.length < atOnce) break;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some snapshots were not taken.");
  return taken;
}

/** One that is pending counts: it is under way, or will be swept. */
async function workspacesDue(
  { db, now }: FilesContext,
  tried: readonly string[],
): Promise<{ id: string }[]> {
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
    .where(
      and(
        eq(workspaces.state, "active"),
        exists(keys),
        notExists(tonights),
        notInArray(workspaces.id, [...tried]),
      ),
    )
    .orderBy(sql`random()`)
    .limit(atOnce);
}
