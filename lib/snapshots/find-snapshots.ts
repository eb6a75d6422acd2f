import { and, desc, eq } from "drizzle-orm";
import { storedObjects, workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure";

export type Snapshot = { workspaceId: string; id: string; createdAt: Date };

/** The snapshots of a workspace that have arrived, newest first. */
export async function findSnapshots(db: Db, slug: string): Promise<Snapshot[]> {
  return await db
    .select({
      workspaceId: storedObjects.workspaceId,
      id: storedObjects.id,
      createdAt: storedObjects.createdAt,
    })
    .from(storedObjects)
    .innerJoin(workspaces, eq(workspaces.id, storedObjects.workspaceId))
    .where(
      and(
        eq(workspaces.slug, slug),
        eq(storedObjects.purpose, "snapshot"),
        eq(storedObjects.state, "stored"),
      ),
    )
    .orderBy(desc(storedObjects.createdAt));
}
