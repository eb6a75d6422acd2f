import { text } from "node:stream/consumers";
import { asc, eq, isNull } from "drizzle-orm";
import { erasureTombstoneLog } from "@/db/schema";
import { type Db, TombstoneError } from "@/lib/erasure";
import type { ObjectStore } from "@/lib/storage";
import { tombstoneKey } from "./tombstone-key";

const atOnce = 100;

type Ctx = { db: Db; now: () => Date; store: Pick<ObjectStore, "get" | "putNew"> };

/**
 * Takes the tombstones of completed erasures to the object store, oldest first, and records each that
 * is there. Repeatable, and safe to run twice at once: a number has one content, which is never
 * replaced by another.
 *
 * @returns how many are there now that were not known to be.
 * @throws TombstoneError `other_history` when the bucket has another database's.
 */
export async function storeTombstones({ db, now, store }: Ctx): Promise<number> {
  const waiting = await db
    .select({ sequence: erasureTombstoneLog.sequence, entry: erasureTombstoneLog.entry })
    .from(erasureTombstoneLog)
    .where(isNull(erasureTombstoneLog.storedAt))
    .orderBy(asc(erasureTombstoneLog.sequence))
    .limit(atOnce);
  for (const { sequence, entry } of waiting) {
    await storeOne(store, sequence, entry);
    await db
      .update(erasureTombstoneLog)
      .set({ storedAt: now() })
      .where(eq(erasureTombstoneLog.sequence, sequence));
  }
  return waiting.length;
}

/** Looks first, for a store that knows no conditions; one that does lets nobody in between. */
async function storeOne(store: Ctx["store"], sequence: number, entry: string): Promise<void> {
  const key = tombstoneKey(sequence);
  for (;;) {
    const there = await store.get(key);
    if (there === null) {
      if (await store.putNew(key, Buffer.from(entry), { mimeType: "text/plain" })) return;
    } else if ((await text(there.body)) === entry) return;
    else {
      throw new TombstoneError(
        "other_history",
        `The object store has another tombstone ${sequence}.`,
      );
    }
  }
}
