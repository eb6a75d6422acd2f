import { users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { hashPassword } from "@/lib/auth/password";
import { acceptInvitation } from "./accept-invitation";
import { TeamError } from "./errors";
import { findInvitation } from "./find-invitation";
import type { JoinAsNewcomer } from "./schemas";
import type { TeamContext } from "./team-context";

/**
 * Accepts an invitation by making an account for the invited address, which the link has proved.
 *
 * @returns what to sign in with, and where to go.
 * @throws TeamError `invitation_closed`, or `account_exists`: its owner signs in instead.
 */
export async function joinAsNewcomer(
  ctx: Pick<TeamContext, "db" | "now" | "digestToken">,
  { token, name, password }: JoinAsNewcomer,
): Promise<{ slug: string; email: string }> {
  // Before anybody makes us hash.
  if ((await findInvitation(ctx.db, ctx, token)) === null) {
    throw new TeamError("invitation_closed", "The invitation is worth nothing any more.");
  }
  const [id, passwordHash] = [newId(), await hashPassword(password)];
  return await ctx.db.transaction(async (tx) => {
    const { invitation, workspace } = await acceptInvitation(tx, ctx, token, async (found) => {
      const created = await tx
        .insert(users)
        .values({ id, name, email: found.invitation.email, passwordHash, createdAt: ctx.now() })
        .onConflictDoNothing()
        .returning({ id: users.id });
      if (created.length > 0) return id;
      throw new TeamError("account_exists", "The address has an account.");
    });
    return { slug: workspace.slug, email: invitation.email };
  });
}
