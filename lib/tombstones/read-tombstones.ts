import { text } from "node:stream/consumers";
import type { ObjectStore } from "@/lib/storage";
import { tombstoneKey, tombstonePrefix } from "./tombstone-key";

const pageEntries = 500;

/** Reads the tombstones after a number from the object store, in order, some at a time. */
export async function* readTombstones(
  store: Pick<ObjectStore, "get" | "pages">,
  afterSequence: number,
): AsyncGenerator<string[]> {
  const after = tombstoneKey(afterSequence);
  let entries: string[] = [];
  for await (const page of store.pages({ prefix: tombstonePrefix, after })) {
    for (const { key } of page) {
      const there = await store.get(key);
      if (there !== null) entries.push(await text(there.body));
      if (entries.length < pageEntries) continue;
      yield entries;
      entries = [];
    }
  }
  if (entries.length > 0) yield entries;
}
