import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { findInvitation } from "./find-invitation";
import type { Role } from "./schemas";
import type { TeamContext } from "./team-context";

export type InvitationDescription = {
  workspaceName: string;
  role: Role;
  email: string;
  expiresAt: Date;
  /** Whether the invited address has an account: told to its reader alone, who holds the link. */
  hasAccount: boolean;
};

/** What following an invitation's link would do; null where it is worth nothing. Changes nothing. */
export async function describeInvitation(
  ctx: Pick<TeamContext, "db" | "now" | "digestToken">,
  token: string,
): Promise<InvitationDescription | null> {
  const found = await findInvitation(ctx.db, ctx, token);
  if (found === null) return null;
  const { email, role, expiresAt } = found.invitation;
  const accounts = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return {
    workspaceName: found.workspace.name,
    role,
    email,
    expiresAt,
    hasAccount: accounts.length > 0,
  };
}
