import { and, count, eq } from "drizzle-orm";
import { invitations, memberships, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Tx } from "@/lib/erasure";
import { countTry } from "@/lib/rate-limits/count-try";
import { assertMayGive } from "./assert-may-give";
import { TeamError } from "./errors";
import { onTeam } from "./on-team";
import { recordTeamChange } from "./record-team-change";
import type { InviteMember } from "./schemas";
import type { TeamContext } from "./team-context";

const validDays = 7;
const openAtOnce = 50;

/** Mails to one address, whichever workspaces they are from: nobody's mailbox is filled by us. */
const ofAddress = { name: "invitation", tries: 3, seconds: 60 * 60 };

/** Mails of one workspace, also those taken back since: none uses up what we may send. */
const ofWorkspace = { name: "workspace-invitations", tries: 100, seconds: 24 * 60 * 60 };

/**
 * Invites an address to a team and owes it the mail; inviting it again replaces the older link.
 *
 * Whether the address has an account is not looked at: nobody learns it from this.
 *
 * @throws TeamError `not_authorised`, `owners_only`, `already_member`, `too_many_invitations`,
 * `workspace_closed`.
 */
export async function inviteMember(
  ctx: TeamContext,
  { workspaceId, email, role }: InviteMember,
): Promise<void> {
  await onTeam(ctx, workspaceId, "invite_member", async (tx, actor) => {
    assertMayGive(actor, role);
    await assertNoMember(tx, workspaceId, email);
    const addressDigest = ctx.vault.digest("email", email);
    await tx
      .delete(invitations)
      .where(
        and(eq(invitations.workspaceId, workspaceId), eq(invitations.addressDigest, addressDigest)),
      );
    await assertFewInvitations(tx, workspaceId);
    if (!(await countTry(tx, ofAddress, addressDigest))) throw tooMany();
    const sender = ctx.vault.digest("workspace", workspaceId);
    if (!(await countTry(tx, ofWorkspace, sender))) throw tooMany();

    const [id, { token, digest }, now] = [newId(), ctx.newToken(), ctx.now()];
    await tx.insert(invitations).values({
      workspaceId,
      id,
      email,
      addressDigest,
      role,
      tokenDigest: digest,
      sealedToken: await ctx.vault.seal(token, id),
      invitedByUserId: actor.userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validDays * 24 * 60 * 60_000),
    });
    await ctx.jobs.enqueue(tx, {
      queue: "send-notice",
      data: { kind: "invitation", id, workspaceId },
    });
    await recordTeamChange(tx, ctx, { workspaceId, action: "member.invited", actor });
  });
}

async function assertNoMember(tx: Tx, workspaceId: string, email: string): Promise<void> {
  const members = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(users.email, email)));
  if (members.length > 0) throw new TeamError("already_member", "They are on the team already.");
}

async function assertFewInvitations(tx: Tx, workspaceId: string): Promise<void> {
  const [open] = await tx
    .select({ count: count() })
    .from(invitations)
    .where(eq(invitations.workspaceId, workspaceId));
  if ((open?.count ?? 0) >= openAtOnce) throw tooMany();
}

function tooMany(): TeamError {
  return new TeamError("too_many_invitations", "Too many invitations are open or were just sent.");
}
