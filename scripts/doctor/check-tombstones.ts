import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import type { ObjectStore } from "@/lib/storage";
import { tombstoneKey, tombstonePrefix } from "@/lib/tombstones/tombstone-key";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

const Log = z.object({ newest: z.int(), stored: z.int(), waiting: z.int(), toReplay: z.int() });

/**
 * Whether every completed erasure has its tombstone outside the database, none of them is undone here,
 * and none is missing there. The newest may be on their way.
 */
export async function checkTombstones(
  executor: Executor,
  store: Pick<ObjectStore, "pages">,
): Promise<Finding> {
  const [log] = await ask(
    executor,
    Log,
    sql`
    select coalesce(max(sequence), 0)::int as newest,
      count(*) filter (where stored_at is not null)::int as stored,
      count(*) filter (where stored_at is null and erased_at < now() - interval '10 minutes')::int as waiting,
      count(*) filter (where is_to_replay)::int as "toReplay"
    from erasure_tombstone_log`,
  );
  const { newest, stored, waiting, toReplay } = log ?? zero;
  let known = 0;
  let ahead = 0;
  for await (const page of store.pages({ prefix: tombstonePrefix })) {
    for (const { key } of page) key <= tombstoneKey(newest) ? known++ : ahead++;
  }
  return finding("Erasures have their tombstones outside the database", [
    ...said(ahead + toReplay, "erasures are undone by a restore: npm run replay"),
    ...said(waiting, "tombstones are not in the object store yet: is it up, and a worker?"),
    ...said(
      stored - known,
      "tombstones are missing in the object store: update erasure_tombstone_log set stored_at = null; a worker writes them again",
    ),
  ]);
}

const zero: z.infer<typeof Log> = { newest: 0, stored: 0, waiting: 0, toReplay: 0 };

function said(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}
