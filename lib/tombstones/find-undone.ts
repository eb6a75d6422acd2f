import { text } from "node:stream/consumers";
import { type Db, logHead, TombstoneError, tombstonesToReplay } from "@/lib/erasure";
import type { ObjectStore } from "@/lib/storage";
import { tombstoneKey, tombstonePrefix } from "./tombstone-key";

/** Whether completed erasures are undone: the object store knows of them, and this database does not. */
export type Undone = "none" | "unknown_here" | "not_replayed";

/**
 * Asks the object store whether its tombstones are ahead of the database, as after a restore. Two
 * short calls, however many there are.
 *
 * @throws TombstoneError `other_history` when both have the same number with another content.
 */
export async function findUndone(
  db: Db,
  store: Pick<ObjectStore, "get" | "pages">,
): Promise<Undone> {
  const head = await logHead(db);
  if (head?.storedAt) {
    const there = await store.get(tombstoneKey(head.sequence));
    if (there !== null && (await text(there.body)) !== head.entry) {
      throw new TombstoneError(
        "other_history",
        `The object store has another tombstone ${head.sequence} than this database: is it the right bucket?`,
      );
    }
  }
  const newest = await newestAfter(store, head?.sequence ?? 0);
  // One that was written since the look at the log is in the log by now.
  if (newest !== null && newest > tombstoneKey((await logHead(db))?.sequence ?? 0)) {
    return "unknown_here";
  }
  return (await tombstonesToReplay(db, 1)).length > 0 ? "not_replayed" : "none";
}

async function newestAfter(
  store: Pick<ObjectStore, "pages">,
  sequence: number,
): Promise<string | null> {
  const after = tombstoneKey(sequence);
  for await (const page of store.pages({ prefix: tombstonePrefix, after })) {
    return page.at(-1)?.key ?? null;
  }
  return null;
}
