import { and, eq } from "drizzle-orm";
import { workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { freezeAccount, lockOwnedWorkspaces } from "./freeze-account";
import { freezeContacts } from "./freeze-contacts";
import type { ReadyRun } from "./resolved-run";
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
  requestId: string,
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
  }
  const ofContacts = subjects.filter(({ kind }) => kind === "contact");
  if (ofContacts.length === 0 || workspaceId === null) return "frozen";
  const frozen = { requestId, workspaceId, subjects: ofContacts };
  return (await freezeContacts(tx, ctx, frozen)) ? "frozen" : "closed";
}

async function freezeWorkspace(tx: Tx, ctx: ErasureContext, workspaceId: string): Promise<void> {
  await tx
    .update(workspaces)
    .set({ state: "frozen", frozenAt: ctx.now() })
    .where(and(eq(workspaces.id, workspaceId), eq(workspaces.state, "active")));
}
