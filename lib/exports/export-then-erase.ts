import { and, eq, inArray, isNull } from "drizzle-orm";
import { workspaceExports, workspaces } from "@/db/schema";
import { ErasureError } from "@/lib/erasure";
import { isSlugConfirmed } from "@/lib/erasure/schemas";
import { TeamError } from "@/lib/team/errors";
import { onTeam } from "@/lib/team/on-team";
import type { TeamContext } from "@/lib/team/team-context";
import type { ExportThenDelete } from "./schemas";
import { startExport } from "./start-export";

/**
 * Exports a workspace, and has its erasure asked for once that is ready; its slug is typed back first,
 * as for the erasure. Where an export is under way already, that one is waited for.
 *
 * @throws ErasureError `not_authorised`, `slug_mismatch`, `already_requested` for a workspace that is
 * closed. Nothing is started then.
 */
export async function exportThenErase(ctx: TeamContext, asked: ExportThenDelete): Promise<void> {
  const { workspaceId, confirmSlug, choices, includesMedia } = asked;
  try {
    const joined = await onTeam(ctx, workspaceId, "erase_workspace", async (tx, actor) => {
      const [workspace] = await tx
        .select({ slug: workspaces.slug })
        .from(workspaces)
        .where(eq(workspaces.id, workspaceId));
      if (!isSlugConfirmed(confirmSlug, workspace?.slug ?? "")) {
        throw new ErasureError("slug_mismatch", "The typed slug is not the workspace's.");
      }
      return await tx
        .update(workspaceExports)
        .set({
          erasesWorkspace: true,
          erasureChoices: choices,
          requestedByUserId: actor.userId,
        })
        .where(
          and(
            eq(workspaceExports.workspaceId, workspaceId),
            isNull(workspaceExports.contactId),
            inArray(workspaceExports.state, ["waiting", "running"]),
          ),
        )
        .returning({ id: workspaceExports.id });
    });
    if (joined.length > 0) return;
    await startExport(ctx, { workspaceId, includesMedia }, { erases: { choices } });
  } catch (error) {
    if (error instanceof TeamError) throw asErasureError(error);
    throw error;
  }
}

function asErasureError({ code, message }: TeamError): ErasureError {
  if (code === "workspace_closed") return new ErasureError("already_requested", message);
  return new ErasureError(code === "already_exporting" ? "wrong_state" : "not_authorised", message);
}
