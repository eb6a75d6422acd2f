import { and, desc, eq } from "drizzle-orm";
import { workspaceKeys as table } from "@/db/schema";
import { type DataKey, type MasterKey, unwrapDataKey } from "@/lib/crypto";
import type { Db } from "@/lib/erasure/context";

/** The data keys of workspaces, unwrapped when asked for and never kept: destroyed means destroyed. */
export type WorkspaceKeys = {
  /** The key to encrypt with. @throws NoKeyError when the workspace has none any more. */
  current(workspaceId: string): Promise<DataKey>;
  /** The key that encrypted something; null once it is destroyed. */
  byId(workspaceId: string, keyId: string): Promise<DataKey | null>;
};

/** A workspace has no data key: it is gone, or its erasure has destroyed it. */
export class NoKeyError extends Error {
  override readonly name = "NoKeyError";
}

/** Reads the data keys that this database keeps, wrapped by the master key. */
export function workspaceKeys(db: Db, master: MasterKey): WorkspaceKeys {
  return {
    async current(workspaceId) {
      const [newest] = await db
        .select({ id: table.id, wrappedKey: table.wrappedKey })
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.createdAt), desc(table.id))
        .limit(1);
      if (newest === undefined) throw new NoKeyError("The workspace has no data key.");
      return await unwrapDataKey(master, { ownerId: workspaceId, ...newest });
    },

    async byId(workspaceId, keyId) {
      const [found] = await db
        .select({ id: table.id, wrappedKey: table.wrappedKey })
        .from(table)
        .where(and(eq(table.workspaceId, workspaceId), eq(table.id, keyId)));
      return found === undefined
        ? null
        : await unwrapDataKey(master, { ownerId: workspaceId, ...found });
    },
  };
}
