import { and, eq } from "drizzle-orm";
import { contacts, workspaceExports } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { isFenced, type RecipientChoices, type Tx } from "@/lib/erasure";
import { TeamError } from "@/lib/team/errors";
import { onTeam } from "@/lib/team/on-team";
import { recordTeamChange } from "@/lib/team/record-team-change";
import type { TeamContext } from "@/lib/team/team-context";
import type { StartExport } from "./schemas";

/** The workspace's erasure that is to follow, and what goes at Meta with it. */
type Afterwards = { erases: { choices: RecipientChoices } | null };

/**
 * Asks for an export of a workspace, or of one of its contacts; the worker writes it. There is one of
 * each at a time.
 *
 * @throws TeamError `not_authorised` (also for agents), `workspace_closed`, `contact_closed`,
 * `not_found`, `already_exporting`. Nothing is written then.
 */
export async function startExport(
  ctx: TeamContext,
  { workspaceId, contactId, includesMedia }: StartExport,
  { erases }: Afterwards = { erases: null },
): Promise<{ id: string }> {
  try {
    return await onTeam(ctx, workspaceId, "start_export", async (tx, actor) => {
      if (contactId !== undefined) await assertContact(tx, { workspaceId, contactId });
      const started = await tx
        .insert(workspaceExports)
        .values({
          workspaceId,
          id: newId(),
          contactId: contactId ?? null,
          requestedByUserId: actor.userId,
          includesMedia,
          erasesWorkspace: erases !== null,
          erasureChoices: erases?.choices ?? null,
          createdAt: ctx.now(),
        })
        .onConflictDoNothing()
        .returning({ id: workspaceExports.id });
      const [row] = started;
      if (row === undefined) throw new TeamError("already_exporting", "One is under way.");
      await recordTeamChange(tx, ctx, { workspaceId, action: "export.started", actor });
      return row;
    });
  } catch (error) {
    if (isFenced(error)) throw new TeamError("contact_closed", "The contact is being erased.");
    throw error;
  }
}

async function assertContact(
  tx: Tx,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<void> {
  const found = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
  if (found.length === 0) throw new TeamError("not_found", "There is no such contact.");
}
