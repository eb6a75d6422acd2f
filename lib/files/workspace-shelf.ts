import { and, eq } from "drizzle-orm";
import { storedObjects } from "@/db/schema";
import { workspaceKeys } from "@/lib/keys/workspace-keys";
import type { FileOwner } from "./file-owner";
import type { FilesContext } from "./files-context";
import type { Shelf } from "./shelf";

type Owner = Extract<FileOwner, { workspaceId: string }>;

/** A workspace's files. What is frozen takes none: the fence refuses the row. */
export function workspaceShelf(
  ctx: FilesContext,
  { workspaceId, ...owner }: { workspaceId: string } & Partial<Owner>,
): Shelf {
  const { db, now } = ctx;
  const keys = workspaceKeys(ctx);
  const isIt = (id: string) =>
    and(eq(storedObjects.workspaceId, workspaceId), eq(storedObjects.id, id));
  return {
    async begin(file) {
      const dataKey = owner.isEncrypted === false ? null : await keys.current(workspaceId);
      await db.insert(storedObjects).values({
        workspaceId,
        contactId: owner.contactId ?? null,
        purpose: owner.purpose ?? "media",
        dataKeyId: dataKey?.id ?? null,
        createdAt: now(),
        ...file,
      });
      return dataKey;
    },

    async beginAgain(id, uploadUntil) {
      const [found] = await db
        .update(storedObjects)
        .set({ uploadUntil })
        .where(and(isIt(id), eq(storedObjects.state, "pending")))
        .returning();
      return found ?? null;
    },

    async finish(id, sizeBytes) {
      const stored = await db
        .update(storedObjects)
        .set({ state: "stored", sizeBytes, storedAt: now() })
        .where(isIt(id))
        .returning({ id: storedObjects.id });
      return stored.length > 0;
    },

    async find(id) {
      const [found] = await db.select().from(storedObjects).where(isIt(id));
      return found ?? null;
    },

    async keyOf(id) {
      const [found] = await db
        .select({ dataKeyId: storedObjects.dataKeyId })
        .from(storedObjects)
        .where(isIt(id));
      if (found === undefined) return null;
      return found.dataKeyId === null ? "plain" : await keys.byId(workspaceId, found.dataKeyId);
    },

    async remove(id) {
      await db.delete(storedObjects).where(isIt(id));
    },
  };
}
