import { and, eq } from "drizzle-orm";
import { contacts, erasureRequests, users, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { recordAct } from "./record-act";
import { scheduleRequest } from "./schedule-request";
import { openSealedRequest, sealRequest } from "./sealed-request";

type Request = typeof erasureRequests.$inferSelect;
type Subject = { subjectId: string | null; workspaceId?: string | null };

/**
 * Lets a reviewed request go on: people have looked at who asks and for whom.
 *
 * @param subject the one that the operator found, and for a contact the workspace whose it is; a Meta
 * user's is found by the run itself.
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found` also where there is no
 * such subject, `wrong_state`.
 */
export async function approveRequest(
  ctx: ErasureContext,
  { requestId, ...subject }: { requestId: string } & Subject,
): Promise<void> {
  await onRequest(ctx, requestId, "approve_request", async (tx, request) => {
    if (request.state !== "in_review") {
      throw new ErasureError("wrong_state", "Only a request in review can be approved.");
    }
    if (!(await exists(tx, request, subject))) {
      throw new ErasureError("not_found", "There is no such subject.");
    }
    if (request.subjectKind === "contact") await keepWorkspace(tx, ctx, request, subject);
    const { subjectId } = subject;
    await recordAct(tx, ctx, "approved", { requestId });
    await scheduleRequest(tx, ctx, request, { subjectId, graceDays: ctx.rules.graceDays });
  });
}

async function exists(
  tx: Tx,
  { subjectKind }: Request,
  { subjectId, workspaceId = null }: Subject,
): Promise<boolean> {
  if (subjectKind === "meta_user") return true;
  if (subjectId === null) return false;
  if (subjectKind === "workspace") {
    const isIt = eq(workspaces.id, subjectId);
    return (await tx.select({ id: workspaces.id }).from(workspaces).where(isIt)).length > 0;
  }
  if (subjectKind === "account") {
    const isIt = eq(users.id, subjectId);
    return (await tx.select({ id: users.id }).from(users).where(isIt)).length > 0;
  }
  if (workspaceId === null) return false;
  const isIt = and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, subjectId));
  return (await tx.select({ id: contacts.id }).from(contacts).where(isIt)).length > 0;
}

/** Whose contact it is: another workspace may have one by the same id. */
async function keepWorkspace(
  tx: Tx,
  ctx: ErasureContext,
  { id, sealed }: Request,
  { workspaceId }: Subject,
): Promise<void> {
  const content = await openSealedRequest(ctx.vault, id, sealed);
  const named = { ...content, ...(workspaceId ? { workspaceId } : {}) };
  await tx
    .update(erasureRequests)
    .set({ sealed: await sealRequest(ctx.vault, id, named) })
    .where(eq(erasureRequests.id, id));
}
