import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { memberships, users, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { ownsAlone } from "./sole-owner";

/**
 * Freezes a workspace: from the commit on, the fence refuses every new write to it.
 *
 * Has to be committed before its row is locked for a purge. A lock alone would wait for as long as
 * writers keep coming, because those share theirs and never queue behind it.
 */
export async function freezeWorkspace(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string,
): Promise<void> {
  await tx
    .update(workspaces)
    .set({ state: "frozen", frozenAt: ctx.now() })
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.state, "active")));
}

/**
 * Freezes an account unless a workspace would be left without an owner.
 *
 * The workspaces it owns are locked first, so that of two owners who go at the same time the
 * second finds itself alone.
 *
 * @returns false when it is the sole owner of a workspace; it is not frozen then.
 */
export async function freezeAccount(tx: Tx, ctx: ErasureContext, userId: string): Promise<boolean> {
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
  if (await ownsAlone(tx, userId)) return false;
  await tx
    .update(users)
    .set({ frozenAt: ctx.now() })
    .where(and(eq(users.id, userId), isNull(users.frozenAt)));
  return true;
}

/** Gives back what a request had frozen, when it ends before its purge began. */
export async function unfreeze(
  tx: Tx,
  request: { subjectKind: string; subjectId: string | null },
): Promise<void> {
  if (request.subjectId === null) return;
  if (request.subjectKind === "workspace") {
    await tx
      .update(workspaces)
      .set({ state: "active", frozenAt: null })
      .where(eq(workspaces.id, request.subjectId));
  } else {
    await tx.update(users).set({ frozenAt: null }).where(eq(users.id, request.subjectId));
  }
}
