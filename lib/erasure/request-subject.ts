import type { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { openSealedRequest } from "./sealed-request";
import type { RunSubject } from "./subjects";

type Request = Pick<
  typeof erasureRequests.$inferSelect,
  "id" | "subjectKind" | "subjectId" | "sealed"
>;

/** Whom a request is about, before it has a run; null while nobody knows. */
export async function requestSubject(
  ctx: Pick<ErasureContext, "vault">,
  { id, subjectKind, subjectId, sealed }: Request,
): Promise<RunSubject | null> {
  if (subjectId === null) return null;
  const settled = { isSettled: true, heldBy: [] };
  switch (subjectKind) {
    case "workspace":
      return { ...settled, kind: "workspace", keys: { workspaceId: subjectId } };
    case "contact": {
      const { workspaceId } = await openSealedRequest(ctx.vault, id, sealed);
      const keys = { workspaceId: workspaceId ?? "", contactId: subjectId };
      return workspaceId === undefined ? null : { ...settled, kind: "contact", keys };
    }
    default:
      return { ...settled, kind: subjectKind, keys: { userId: subjectId } };
  }
}
