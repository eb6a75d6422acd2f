import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { acceptInvitation } from "./accept-invitation";
import { TeamError } from "./errors";
import type { TeamContext } from "./team-context";

/**
 * Accepts an invitation for whoever is signed in with the invited address.
 *
 * @throws TeamError `invitation_closed` or `wrong_account`.
 */
export async function joinWithAccount(
  ctx: Pick<TeamContext, "db" | "now" | "digestToken" | "userId">,
  { token }: { token: string },
): Promise<{ slug: string }> {
  return await ctx.db.transaction(async (tx) => {
    const { workspace } = await acceptInvitation(tx, ctx, token, async ({ invitation }) => {
      const [user] = await tx
        .select({ email: users.email })
        .from(users)
        .where(eq(users.id, ctx.userId));
      if (user?.email === invitation.email) return ctx.userId;
      throw new TeamError("wrong_account", "The invitation is for another address.");
    });
    return { slug: workspace.slug };
  });
}
