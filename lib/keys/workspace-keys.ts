import { and, desc, eq } from "drizzle-orm";
import { workspaceKeys as table } from "@/db/schema";
import { type DataKey, type MasterKey, needsPart, unwrapDataKey } from "@/lib/crypto";
import type { Db } from "@/lib/erasure/context";
import type { ObjectStore } from "@/lib/storage";
import { readKeyPart } from "./key-part";

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

type KeysContext = { db: Db; master: MasterKey; store: Pick<ObjectStore, "get"> };

/** Reads the data keys that this database keeps, wrapped by the master key and, in part, elsewhere. */
export function workspaceKeys({ db, master, store }: KeysContext): WorkspaceKeys {
  return {
    async current(workspaceId) {
      const [newest] = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.createdAt), desc(table.id))
        .limit(1);
      const key = newest === undefined ? null : await unwrap(newest);
      if (key === null) throw new NoKeyError("The workspace has no data key.");
      return key;
    },

    async byId(workspaceId, keyId) {
      const [found] = await db
        .select()
        .from(table)
        .where(and(eq(table.workspaceId, workspaceId), eq(table.id, keyId)));
      return found === undefined ? null : await unwrap(found);
    },
  };

  async function unwrap(row: typeof table.$inferSelect): Promise<DataKey | null> {
    const part = await readKeyPart(store, row);
    if (part === null && needsPart(row.wrappedKey)) return null;
    return await unwrapDataKey(master, { ...row, ownerId: row.workspaceId, part });
  }
}
