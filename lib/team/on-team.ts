import { and, eq } from "drizzle-orm";
import { memberships, workspaces } from "@/db/schema";
import type { RoleAct } from "@/lib/authorization/acts";
import { roleMay } from "@/lib/authorization/role-may";
import type { Db, Tx } from "@/lib/erasure";
import { TeamError } from "./errors";
import type { Role } from "./schemas";
import type { TeamContext } from "./team-context";

/** Who acts on a team, in the role they have while the team stands still. */
export type TeamActor = { userId: string; role: Role };

/**
 * What a member does to their team: authorised first, then under the workspace's lock, and then
 * authorised again, for two may act at once.
 *
 * The order of locks is the erasure's own: workspaces by id, then accounts, then memberships. A
 * freeze takes the first of them, too, so that of two owners who go at the same time, by whatever
 * way, the second finds itself alone.
 *
 * @throws TeamError `not_authorised` for everybody who may not, also where there is no such workspace;
 * `workspace_closed`.
 */
export async function onTeam<Value>(
  ctx: TeamContext,
  workspaceId: string,
  act: RoleAct,
  work: (tx: Tx, actor: TeamActor) => Promise<Value>,
): Promise<Value> {
  await actorOn(ctx.db, ctx.userId, workspaceId);
  return await ctx.db.transaction(async (tx) => {
    const [workspace] = await tx
      .select({ state: workspaces.state })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
      .for("no key update");
    const actor = await actorOn(tx, ctx.userId, workspaceId);
    if (workspace?.state !== "active") {
      throw new TeamError("workspace_closed", "The workspace is being deleted.");
    }
    if (!roleMay(act, actor.role)) {
      throw new TeamError("not_authorised", `A member who is ${actor.role} may not ${act}.`);
    }
    return await work(tx, actor);
  });
}

async function actorOn(db: Db | Tx, userId: string, workspaceId: string): Promise<TeamActor> {
  const [membership] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
  if (membership === undefined) {
    throw new TeamError("not_authorised", "Only its members may act on a team.");
  }
  return { userId, role: membership.role };
}
