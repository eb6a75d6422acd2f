import { and, eq, sql } from "drizzle-orm";
import { contactFences, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { freezeAccount, lockOwnedWorkspaces } from "./freeze-account";
import type { ReadyRun } from "./resolve-run";
import { ownsAlone } from "./sole-owner";

/**
 * Freezes what a resolved run will erase: from the commit on, the fence refuses every new write to
 * it. Who was writing by then has to be waited for.
 *
 * @returns `sole_owner` when an account may not go, `closed` when the contact's whole workspace is
 * frozen or gone; nothing is frozen then.
 */
export async function freezeRun(
  tx: Tx,
  ctx: ErasureContext,
  { subjectId, workspaceId, subjects }: ReadyRun,
): Promise<"frozen" | "sole_owner" | "closed"> {
  for (const { kind, isSettled } of subjects) {
    if (!isSettled) continue;
    if (kind === "workspace") await freezeWorkspace(tx, ctx, subjectId);
    if (kind === "account") {
      await lockOwnedWorkspaces(tx, subjectId);
      if (await ownsAlone(tx, subjectId)) return "sole_owner";
      await freezeAccount(tx, ctx, subjectId);
    }
    if (kind === "contact" && workspaceId !== null) {
      const contact = { workspaceId, contactId: subjectId };
      if (!(await freezeContact(tx, ctx, contact))) return "closed";
    }
  }
  return "frozen";
}

async function freezeWorkspace(tx: Tx, ctx: ErasureContext, workspaceId: string): Promise<void> {
  await tx
    .update(workspaces)
    .set({ state: "frozen", frozenAt: ctx.now() })
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.state, "active")));
}

/** Under the lock that a workspace's own freeze takes, so that one of the two comes first. */
async function freezeContact(
  tx: Tx,
  ctx: ErasureContext,
  contact: { workspaceId: string; contactId: string },
): Promise<boolean> {
  const [workspace] = await tx
    .select({ state: workspaces.state })
    .from(workspaces)
    .where(eq(workspaces.id, contact.workspaceId))
    .for("no key update");
  if (workspace?.state !== "active") return false;
  const fenced = await tx
    .insert(contactFences)
    .values({ ...contact, frozenAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ contactId: contactFences.contactId });
  if (fenced.length > 0) {
    await tx
      .update(workspaces)
      .set({ frozenContacts: sql`${workspaces.frozenContacts} + 1` })
      .where(eq(workspaces.id, contact.workspaceId));
  }
  return true;
}
