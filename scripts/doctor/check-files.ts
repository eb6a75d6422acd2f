import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { isKeyPart } from "@/lib/keys/key-part";
import type { ObjectStore } from "@/lib/storage";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const pageRows = 1_000;

/** Of each kind, so many are named; the rest is counted. */
const named = 5;

/** An upload that began after the look did has a row that the look does not see. */
const marginMilliseconds = 5 * 60_000;

const KnownFile = z.object({ key: z.string(), isStored: z.boolean() });

/**
 * Compares what is known of files with what the object store has, both ways: bytes that no row leads
 * to, and rows whose bytes are not there. One pass over both, in the order of keys, in flat memory.
 */
export async function checkFiles(
  executor: Executor,
  store: Pick<ObjectStore, "pages">,
  now: Date,
): Promise<Finding> {
  const lost = tally();
  const unknown = tally();
  const rows = knownFiles(executor);
  let row = await rows.next();
  // Everything that rows lead to lies under these two, which are in order.
  for (const prefix of ["requests/", "workspaces/"]) {
    for await (const page of store.pages({ prefix })) {
      for (const { key, modifiedAt } of page) {
        for (; !row.done && isBefore(row.value.key, key); row = await rows.next()) {
          if (row.value.isStored) lost.add(row.value.key);
        }
        if (!row.done && row.value.key === key) row = await rows.next();
        else if (!isKeyPart(key) && +modifiedAt < +now - marginMilliseconds) unknown.add(key);
      }
    }
  }
  for (; !row.done; row = await rows.next()) if (row.value.isStored) lost.add(row.value.key);

  return finding("Every file has its bytes, and all bytes a file", [
    ...lost.lines("files have lost their bytes: bring them back, or delete their rows"),
    ...unknown.lines("objects are no file's: nobody can reach them, delete them"),
  ]);
}

/** In the order in which an object store lists keys. */
async function* knownFiles(executor: Executor): AsyncGenerator<z.infer<typeof KnownFile>> {
  await executor.execute(sql`
    declare known_files no scroll cursor for
    select key, state = 'stored' as "isStored" from (
      select key, state from stored_objects union all select key, state from request_files
    ) as files order by key collate "C"`);
  for (;;) {
    const page = await ask(
      executor,
      KnownFile,
      sql`fetch ${sql.raw(String(pageRows))} from known_files`,
    );
    yield* page;
    if (page.length < pageRows) return;
  }
}

/** By bytes, as both sides are sorted. */
function isBefore(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

function tally() {
  const first: string[] = [];
  let count = 0;
  return {
    add(key: string) {
      count++;
      if (first.length < named) first.push(key);
    },
    lines(what: string): string[] {
      if (count === 0) return [];
      return [`${count} ${what}: ${first.join(", ")}${count > named ? ", ..." : ""}`];
    },
  };
}
