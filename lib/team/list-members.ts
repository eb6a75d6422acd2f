import { asc, eq } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { Role } from "./schemas";

export type Member = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
};

/** A workspace's team, owners first. */
export async function listMembers(db: Db, workspaceId: string): Promise<Member[]> {
  return await db
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: users.name,
      email: users.email,
      role: memberships.role,
      joinedAt: memberships.joinedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(memberships.role), asc(users.name), asc(memberships.id));
}
