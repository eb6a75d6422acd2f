import { and, eq } from "drizzle-orm";
import { memberships, workspaceExports, workspaces } from "@/db/schema";
import {
  type Actor,
  ErasureError,
  RecipientChoices,
  scheduleWorkspaceErasure,
  type Tx,
} from "@/lib/erasure";
import type { ExportContext } from "./export-context";
import type { HeldExport } from "./held-export";
import { keptDays } from "./kept-days";

/**
 * Asks for the erasure that was to follow an export, in the name and the role of whoever wanted it, as
 * they are now. It does not begin while the file can be downloaded. A refusal is kept, to be told.
 */
export async function eraseAfterExport(
  tx: Tx,
  ctx: ExportContext,
  { workspaceId, id, requestedByUserId, erasureChoices }: HeldExport,
): Promise<void> {
  const [found] = await tx
    .select({ slug: workspaces.slug, role: memberships.role, userId: memberships.userId })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.userId, requestedByUserId ?? workspaceId),
      ),
    );
  const actor: Actor = found ? { type: found.role, userId: found.userId } : { type: "requester" };
  try {
    await scheduleWorkspaceErasure(
      { ...ctx, db: tx, actor },
      {
        workspaceId,
        confirmSlug: found?.slug ?? "",
        choices: RecipientChoices.parse(erasureChoices ?? {}),
        waitDays: keptDays,
      },
    );
  } catch (error) {
    if (!(error instanceof ErasureError)) throw error;
    await tx
      .update(workspaceExports)
      .set({ erasureRefusal: error.code })
      .where(and(eq(workspaceExports.workspaceId, workspaceId), eq(workspaceExports.id, id)));
  }
}
