import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "./context";

export type Patience = { boundMs: number; pollMs: number };

/** Writers' transactions are short; an import that takes longer is waited for again at the next try. */
const usual: Patience = { boundMs: 5_000, pollMs: 10 };

const Writers = z.array(z.object({ writer: z.string() }));

/**
 * Waits, in no transaction and without a lock, for those who were writing to a workspace when a
 * freeze was committed. Who begins afterwards sees the freeze.
 *
 * @param generations how often: a row that is found through others has a whereabouts that a writer
 * may be changing, so those who read it meanwhile have to end, too.
 * @returns false when some of them were still at it after `boundMs`.
 */
export async function waitForWriters(
  db: Db,
  workspaceId: string,
  generations: number,
  { boundMs, pollMs }: Patience = usual,
): Promise<boolean> {
  const until = performance.now() + boundMs;
  for (let generation = 0; generation < generations; generation++) {
    let waitedFor = await writersOf(db, workspaceId);
    while (waitedFor.length > 0) {
      if (performance.now() > until) return false;
      await setTimeout(pollMs);
      const writing = new Set(await writersOf(db, workspaceId));
      waitedFor = waitedFor.filter((writer) => writing.has(writer));
    }
  }
  return true;
}

/** The transactions that hold the fence's lock; see `writers_of_workspace` in its migration. */
async function writersOf(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db.execute(
    sql`select writer from writers_of_workspace(${workspaceId}) as writer`,
  );
  return Writers.parse(rows).map(({ writer }) => writer);
}
