import { asc, eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { Role } from "./schemas";

export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  mailState: "queued" | "sent" | "failed";
  expiresAt: Date;
};

/** Whom a workspace has invited and is waiting for. */
export async function listInvitations(db: Db, workspaceId: string): Promise<OpenInvitation[]> {
  return await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      mailState: invitations.mailState,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(eq(invitations.workspaceId, workspaceId))
    .orderBy(asc(invitations.email));
}
