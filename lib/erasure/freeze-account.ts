import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { memberships, users, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { endAccess } from "./end-access";

/**
 * Freezes an account, and ends every session and API token of it at that moment. Who is asked
 * whether a workspace would be left alone comes first.
 */
export async function freezeAccount(tx: Tx, ctx: ErasureContext, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ frozenAt: ctx.now() })
    .where(and(eq(users.id, userId), isNull(users.frozenAt)));
  await endAccess(tx, userId, { isHeld: false });
}

/**
 * Locks the workspaces that somebody owns, by id, so that of two owners who go at the same time the
 * second finds itself alone. Before any account's row and any membership is locked: whoever changes
 * a team keeps to the same order.
 */
export async function lockOwnedWorkspaces(tx: Tx, userId: string): Promise<void> {
  const owned = tx
    .select({ id: memberships.workspaceId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.role, "owner")));
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(inArray(workspaces.id, owned))
    .orderBy(asc(workspaces.id))
    .for("no key update");
}
