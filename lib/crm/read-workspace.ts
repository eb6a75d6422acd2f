import { eq } from "drizzle-orm";
import { workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure";

export type Workspace = typeof workspaces.$inferSelect;

/** A workspace with its business details; null once it is gone. */
export async function readWorkspace(db: Db, workspaceId: string): Promise<Workspace | null> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspace ?? null;
}
