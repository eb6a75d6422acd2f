import { asc, eq } from "drizzle-orm";
import { tags } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { Tag } from "./schemas";

/** A workspace's tags, by name. */
export async function listTags(db: Db, workspaceId: string): Promise<Tag[]> {
  return await db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.workspaceId, workspaceId))
    .orderBy(asc(tags.name));
}
