import { and, eq, isNull, ne, notInArray, sql } from "drizzle-orm";
import {
  addressTombstones,
  contactFences,
  erasureRequests,
  erasureRuns,
  users,
  workspaces,
} from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { openSealedRequest } from "./sealed-request";
import { closedStates } from "./transition";

type Request = Pick<
  typeof erasureRequests.$inferSelect,
  "id" | "subjectKind" | "subjectId" | "sealed"
>;

/** Gives back what a request had frozen, when it ends before its purge began. */
export async function unfreezeSubject(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
): Promise<void> {
  const { subjectKind, subjectId } = request;
  if (subjectId === null || (await isBeingErased(tx, request.id, subjectId))) return;
  if (subjectKind === "workspace") await unfreezeWorkspace(tx, subjectId);
  else if (subjectKind === "contact") {
    const { workspaceId } = await openSealedRequest(ctx.vault, request.id, request.sealed);
    if (workspaceId !== undefined) await unfreezeContacts(tx, request.id, workspaceId);
  } else {
    await tx.update(users).set({ frozenAt: null }).where(eq(users.id, subjectId));
  }
}

async function unfreezeWorkspace(tx: Tx, workspaceId: string): Promise<void> {
  await tx
    .update(workspaces)
    .set({ state: "active", frozenAt: null })
    .where(eq(workspaces.id, workspaceId));
}

/** All that this request had fenced, and no other's. */
async function unfreezeContacts(tx: Tx, requestId: string, workspaceId: string): Promise<void> {
  const given = await tx
    .delete(contactFences)
    .where(
      and(
        eq(contactFences.workspaceId, workspaceId),
        eq(contactFences.requestId, requestId),
        isNull(contactFences.erasedAt),
      ),
    )
    .returning({ contactId: contactFences.contactId });
  await tx
    .delete(addressTombstones)
    .where(
      and(
        eq(addressTombstones.workspaceId, workspaceId),
        eq(addressTombstones.requestId, requestId),
      ),
    );
  if (given.length > 0) await countLess(tx, workspaceId, given.length);
}

/** So many frozen contacts less to look out for in a workspace. */
export async function countLess(tx: Tx, workspaceId: string, contacts: number): Promise<void> {
  await tx
    .update(workspaces)
    .set({ frozenContacts: sql`${workspaces.frozenContacts} - ${contacts}` })
    .where(eq(workspaces.id, workspaceId));
}

/**
 * Another request's run may have the same subject frozen: one that came by another way, or by an
 * account's Meta login.
 */
async function isBeingErased(tx: Tx, requestId: string, userId: string): Promise<boolean> {
  const others = await tx
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .innerJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
    .where(
      and(
        eq(erasureRequests.subjectId, userId),
        ne(erasureRequests.id, requestId),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    )
    .limit(1);
  return others.length > 0;
}
