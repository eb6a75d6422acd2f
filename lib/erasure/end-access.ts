import { and, eq, inArray, sql } from "drizzle-orm";
import { apiTokens, sessions, workspaces } from "@/db/schema";
import type { Tx } from "./context";

/**
 * Ends every session and API token that an account comes in with, everywhere, when the transaction
 * commits. Repeatable.
 *
 * @param isHeld a legal hold stands: the tokens' records stay then, and open nothing any more.
 */
export async function endAccess(
  tx: Tx,
  userId: string,
  { isHeld }: { isHeld: boolean },
): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  if (isHeld) await voidTokens(tx, userId);
  else await tx.delete(apiTokens).where(eq(apiTokens.createdByUserId, userId));
}

/** A workspace that is frozen takes no writes, and lets nobody in. */
async function voidTokens(tx: Tx, userId: string): Promise<void> {
  const active = tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.state, "active"));
  await tx
    .update(apiTokens)
    .set({ tokenDigest: sql`'ended ' || ${apiTokens.id}` })
    .where(and(eq(apiTokens.createdByUserId, userId), inArray(apiTokens.workspaceId, active)));
}
