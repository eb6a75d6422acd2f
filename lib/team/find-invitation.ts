import { and, eq, gt } from "drizzle-orm";
import { invitations, workspaces } from "@/db/schema";
import type { Db, Tx } from "@/lib/erasure";
import { InvitationToken } from "./schemas";
import type { TeamContext } from "./team-context";

export type FoundInvitation = {
  invitation: typeof invitations.$inferSelect;
  workspace: Pick<typeof workspaces.$inferSelect, "slug" | "name">;
};

/** The invitation that a link is for; null for one that was withdrawn, accepted, forged, or is too old. */
export async function findInvitation(
  db: Db | Tx,
  { now, digestToken }: Pick<TeamContext, "now" | "digestToken">,
  token: string,
): Promise<FoundInvitation | null> {
  if (!InvitationToken.safeParse(token).success) return null;
  const [found] = await db
    .select({
      invitation: invitations,
      workspace: { slug: workspaces.slug, name: workspaces.name },
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(
      and(
        eq(invitations.tokenDigest, digestToken(token)),
        gt(invitations.expiresAt, now()),
        eq(workspaces.state, "active"),
      ),
    );
  return found ?? null;
}
