import { auditLog } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import type { TeamActor } from "./on-team";
import type { TeamContext } from "./team-context";

type TeamChange =
  | "member.invited"
  | "member.invitation_withdrawn"
  | "member.joined"
  | "member.role_changed"
  | "member.removed"
  | "member.left"
  | "export.started";

/** Writes a change of the team into the security record, in the transaction that makes it. */
export async function recordTeamChange(
  tx: Tx,
  { now }: Pick<TeamContext, "now">,
  entry: {
    workspaceId: string;
    action: TeamChange;
    actor: TeamActor;
    targetUserId?: string;
    detail?: Record<string, string>;
  },
): Promise<void> {
  const { actor, ...rest } = entry;
  await tx.insert(auditLog).values({
    ...rest,
    occurredAt: now(),
    actorKind: actor.role,
    actorUserId: actor.userId,
  });
}
