import { eq } from "drizzle-orm";
import { erasureGroups, type erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { findContacts } from "./find-contacts";
import { openSealedRequest } from "./sealed-request";
import type { RunSubject } from "./subjects";

type Request = Pick<
  typeof erasureRequests.$inferSelect,
  "id" | "subjectKind" | "subjectId" | "sealed"
>;

/**
 * Whom a request is about, before it has a run; null while nobody knows, and when of several contacts
 * none is there any more.
 */
export async function requestSubject(
  tx: Tx,
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
      if (workspaceId === undefined) return null;
      const contactId = (await chosenTogether(tx, id, workspaceId)) ?? subjectId;
      if (contactId.length === 0) return null;
      return { ...settled, kind: "contact", keys: { workspaceId, contactId } };
    }
    default:
      return { ...settled, kind: subjectKind, keys: { userId: subjectId } };
  }
}

/** Of a request about several contacts those that are there, merged ones with them; else null. */
async function chosenTogether(
  tx: Tx,
  requestId: string,
  workspaceId: string,
): Promise<string[] | null> {
  const [group] = await tx
    .select({ contactIds: erasureGroups.contactIds })
    .from(erasureGroups)
    .where(eq(erasureGroups.requestId, requestId));
  if (group === undefined) return null;
  const found = await findContacts(tx, workspaceId, group.contactIds ?? []);
  return found.map(({ id }) => id);
}
