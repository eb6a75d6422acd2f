import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import type { Finding } from "./finding";

const title = "Purges are not paused";

/** Whether somebody has stopped all purges, since when, and how many may be under way at once. */
export async function checkControls(executor: Executor): Promise<Finding> {
  const [controls] = await ask(
    executor,
    z.object({ pausedAt: z.string().nullable(), changedBy: z.string() }),
    sql`
    select to_char(paused_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as "pausedAt",
      changed_by as "changedBy"
    from purge_controls`,
  );
  if (controls === undefined) {
    return {
      title,
      state: "mend",
      lines: [
        "purge_controls has lost its row, and without it no purge begins: insert into purge_controls (changed_at, changed_by) values (now(), 'system');",
      ],
    };
  }
  if (controls.pausedAt === null) return { title, state: "fine", lines: [] };
  return {
    title,
    state: "note",
    lines: [
      `They are, since ${controls.pausedAt}, by ${controls.changedBy}; deadlines go on. To end it: npm run purge:resume`,
    ],
  };
}
