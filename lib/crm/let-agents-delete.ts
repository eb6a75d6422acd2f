import { and, eq } from "drizzle-orm";
import { auditLog, workspaces } from "@/db/schema";
import { type ErasureContext, ErasureError } from "@/lib/erasure";

/**
 * Lets a workspace's agents delete its contacts, or no longer; noted in the security record.
 *
 * Authorising is the caller's. @throws ErasureError `wrong_state` when the workspace is being deleted.
 */
export async function letAgentsDelete(
  { db, actor, now }: Pick<ErasureContext, "db" | "actor" | "now">,
  { workspaceId, isAllowed }: { workspaceId: string; isAllowed: boolean },
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(workspaces)
      .set({ agentsDeleteContacts: isAllowed })
      .where(and(eq(workspaces.id, workspaceId), eq(workspaces.state, "active")))
      .returning({ id: workspaces.id });
    if (changed.length === 0) {
      throw new ErasureError("wrong_state", "A workspace that is being deleted is not changed.");
    }
    await tx.insert(auditLog).values({
      workspaceId,
      occurredAt: now(),
      action: isAllowed ? "contacts.agents_may_delete" : "contacts.agents_may_not_delete",
      actorKind: actor.type,
      actorUserId: "userId" in actor ? actor.userId : null,
    });
  });
}
