import { and, eq, inArray } from "drizzle-orm";
import { workspaceExports } from "@/db/schema";
import type { FilesContext } from "@/lib/files";
import { TeamError } from "@/lib/team/errors";
import { onTeam } from "@/lib/team/on-team";
import type { TeamContext } from "@/lib/team/team-context";
import { dropExport } from "./drop-export";
import type { OnExport } from "./schemas";

/**
 * Cancels an export under way, which its worker notices at the next part, and with it the deletion that
 * was to follow; or erases one that is over. Repeatable.
 *
 * @throws TeamError `not_authorised`, `not_found`, `workspace_closed`.
 */
export async function endExport(
  ctx: TeamContext & FilesContext,
  { workspaceId, exportId }: OnExport,
): Promise<void> {
  const isIt = and(
    eq(workspaceExports.workspaceId, workspaceId),
    eq(workspaceExports.id, exportId),
  );
  const over = await onTeam(ctx, workspaceId, "end_export", async (tx) => {
    const [found] = await tx.select().from(workspaceExports).where(isIt).for("update");
    if (found === undefined) throw new TeamError("not_found", "There is no such export.");
    const cancelled = await tx
      .update(workspaceExports)
      .set({ state: "cancelled", heldUntil: null, erasesWorkspace: false, endedAt: ctx.now() })
      .where(and(isIt, inArray(workspaceExports.state, ["waiting", "running"])))
      .returning({ id: workspaceExports.id });
    return cancelled.length > 0 ? null : found;
  });
  // The file under way is its worker's to take away.
  if (over !== null) await dropExport(ctx, over);
}
