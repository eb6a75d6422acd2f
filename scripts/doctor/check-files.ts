import { sql } from "drizzle-orm";
import { z } from "zod";
import { needsPart } from "@/lib/crypto";
import type { Executor } from "@/lib/erasure/engine";
import type { ObjectStore } from "@/lib/storage";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const pageRows = 1_000;

/** Everything that rows lead to lies under these two, which are in order. */
const prefixes = ["requests/", "workspaces/"];

/** Of each kind, so many are named; the rest is counted. */
const named = 5;

/** An upload that began after the look did has a row that the look does not see. */
const marginMilliseconds = 5 * 60_000;

/** A file, or the part of a workspace's data key that lies beside its files. */
type Known = { key: string; isStored: boolean; isKeyPart: boolean };

const KnownRow = z.object({
  key: z.string(),
  isStored: z.boolean(),
  wrappedKey: z.string().nullable(),
});

/**
 * Compares what is known of files with what the object store has, both ways: bytes that no row leads
 * to, and rows whose bytes are not there. The parts of data keys count as files of their keys' rows: one
 * that is left of a workspace that is gone would be found, and one that a key lacks. One pass over both,
 * in the order of keys, in flat memory. What is hidden counts as bytes that are kept, and as none that a
 * file has; uploads that never ended are looked up by key.
 */
export async function checkFiles(
  executor: Executor,
  store: Pick<ObjectStore, "allPages" | "uploadPages">,
  now: Date,
): Promise<Finding> {
  const lost = tally();
  const lostParts = tally();
  const unknown = tally();
  const rows = knownFiles(executor);
  let row = await rows.next();
  const miss = ({ key, isStored, isKeyPart }: Known) => {
    if (isStored) (isKeyPart ? lostParts : lost).add(key);
  };
  for (const prefix of prefixes) {
    for await (const page of store.allPages(prefix)) {
      for (const { key, modifiedAt, isCurrent } of page) {
        for (; !row.done && isBefore(row.value.key, key); row = await rows.next()) miss(row.value);
        if (!row.done && row.value.key === key) {
          if (!isCurrent) miss(row.value);
          row = await rows.next();
        } else if (+modifiedAt < +now - marginMilliseconds) unknown.add(key);
      }
    }
  }
  for (; !row.done; row = await rows.next()) miss(row.value);

  return finding("Every file has its bytes, and all bytes a file", [
    ...lost.lines("files have lost their bytes: bring them back, or delete their rows"),
    ...lostParts.lines(
      "data keys have lost their part, and nothing opens that they encrypted: bring it back from the bucket's backup",
    ),
    ...unknown.lines(
      "objects are no file's: nobody can reach them, delete them with all their versions",
    ),
    ...(await unfinished(executor, store, now)),
  ]);
}

/** Their parts are bytes that no listing of objects shows. */
async function unfinished(
  executor: Executor,
  store: Pick<ObjectStore, "uploadPages">,
  now: Date,
): Promise<string[]> {
  const left = tally();
  for (const prefix of prefixes) {
    for await (const page of store.uploadPages(prefix)) {
      const old = page.filter(({ startedAt }) => +startedAt < +now - marginMilliseconds);
      const keys = sql.param(old.map(({ key }) => key));
      const known = await ask(
        executor,
        z.object({ key: z.string() }),
        sql`select key from stored_objects where key = any(${keys}::text[])
          union all select key from request_files where key = any(${keys}::text[])`,
      );
      const names = new Set(known.map(({ key }) => key));
      for (const { key } of old) if (!names.has(key)) left.add(key);
    }
  }
  return left.lines("uploads never ended, and are no file's: abort them");
}

/** In the order in which an object store lists keys. An erasure takes the part of a key before its row. */
async function* knownFiles(executor: Executor): AsyncGenerator<Known> {
  await executor.execute(sql`
    declare known_files no scroll cursor for
    select key, state = 'stored' as "isStored", wrapped_key as "wrappedKey" from (
      select key, state, null as wrapped_key from stored_objects
      union all select key, state, null from request_files
      union all select 'workspaces/' || k.workspace_id || '/keys/' || k.id,
        case w.state when 'active' then 'stored'::object_state else 'pending' end, k.wrapped_key
      from workspace_keys k join workspaces w on w.id = k.workspace_id
    ) as files order by key collate "C"`);
  for (;;) {
    const page = await ask(
      executor,
      KnownRow,
      sql`fetch ${sql.raw(String(pageRows))} from known_files`,
    );
    for (const { key, isStored, wrappedKey } of page) {
      const isKeyPart = wrappedKey !== null;
      yield { key, isKeyPart, isStored: isStored && (!isKeyPart || needsPart(wrappedKey)) };
    }
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
