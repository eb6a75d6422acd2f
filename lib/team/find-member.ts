import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import { TeamError } from "./errors";
import type { OnMember } from "./schemas";

/** A membership of this very workspace. @throws TeamError `not_found`, also for another's. */
export async function findMember(
  tx: Tx,
  { workspaceId, memberId }: OnMember,
): Promise<Pick<typeof memberships.$inferSelect, "id" | "userId" | "role">> {
  const [member] = await tx
    .select({ id: memberships.id, userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.id, memberId)));
  if (member === undefined) throw new TeamError("not_found", "There is no such member.");
  return member;
}
