import { and, eq } from "drizzle-orm";
import { requestFiles } from "@/db/schema";
import { createDataKey, unwrapDataKey } from "@/lib/crypto";
import type { FilesContext } from "./files-context";
import type { Shelf } from "./shelf";

/** What was handed in with a request, each under a key of its own. */
export function requestShelf({ db, now, master }: FilesContext, requestId: string): Shelf {
  const isIt = (id: string) => and(eq(requestFiles.requestId, requestId), eq(requestFiles.id, id));
  return {
    async begin(file) {
      const { key, wrappedKey } = await createDataKey(master, requestId, file.id);
      await db.insert(requestFiles).values({ requestId, wrappedKey, createdAt: now(), ...file });
      return key;
    },

    async beginAgain(id, uploadUntil) {
      const [found] = await db
        .update(requestFiles)
        .set({ uploadUntil })
        .where(and(isIt(id), eq(requestFiles.state, "pending")))
        .returning();
      return found ?? null;
    },

    async finish(id, sizeBytes) {
      const stored = await db
        .update(requestFiles)
        .set({ state: "stored", sizeBytes, storedAt: now() })
        .where(isIt(id))
        .returning({ id: requestFiles.id });
      return stored.length > 0;
    },

    async find(id) {
      const [found] = await db.select().from(requestFiles).where(isIt(id));
      return found ?? null;
    },

    async keyOf(id) {
      const [found] = await db
        .select({ id: requestFiles.id, wrappedKey: requestFiles.wrappedKey })
        .from(requestFiles)
        .where(isIt(id));
      return found === undefined
        ? null
        : await unwrapDataKey(master, { ownerId: requestId, ...found });
    },

    async remove(id) {
      await db.delete(requestFiles).where(isIt(id));
    },
  };
}
