import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Executor } from "@/lib/erasure/engine";
import { ask } from "./ask";
import { type Finding, finding } from "./finding";

/** Without its data key a workspace can neither store nor open tokens, media and snapshots. */
export async function checkKeys(executor: Executor): Promise<Finding> {
  const [row] = await ask(
    executor,
    z.object({ without: z.int() }),
    sql`
    select count(*)::int as without from workspaces w
    where w.state = 'active'
      and not exists (select from workspace_keys k where k.workspace_id = w.id)`,
  );
  const without = row?.without ?? 0;
  return finding(
    "Every workspace has its key",
    without === 0
      ? []
      : [
          `${without} active workspaces have none: bring workspace_keys back from a backup, or what they had encrypted is lost.`,
        ],
  );
}
