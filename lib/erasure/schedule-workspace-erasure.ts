import { and, eq, inArray } from "drizzle-orm";
import { memberships, users, workspaces } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import { assertOffered } from "./assert-offered";
import type { ErasureContext, Tx } from "./context";
import { createRequest } from "./create-requests";
import { ErasureError } from "./errors";
import { oweMail } from "./owe-mail";
import { scheduleRequest } from "./schedule-request";
import { isSlugConfirmed, type RecipientChoices } from "./schemas";

type WorkspaceToErase = {
  workspaceId: string;
  confirmSlug: string;
  /** What goes at Meta, too; nothing of it unless it is said. */
  choices?: RecipientChoices;
  /** How many days to wait where the policy's grace period is shorter. */
  waitDays?: number;
};

/**
 * Schedules a workspace for erasure once its slug has been typed back.
 *
 * Authorises against the database before it compares, and says the same to an agent, to another
 * workspace's owner and about a workspace that does not exist. The request, its schedule and its
 * job are written in one transaction; a refusal writes nothing.
 *
 * @throws ErasureError `not_authorised`, `channel_closed`, `slug_mismatch` or `already_requested`.
 */
export async function scheduleWorkspaceErasure(
  ctx: ErasureContext,
  { workspaceId, confirmSlug, choices, waitDays = 0 }: WorkspaceToErase,
): Promise<{ confirmationCode: string; purgeAfter: Date | null }> {
  return await ctx.db.transaction(async (tx) => {
    const authorised = await authorise(tx, ctx, workspaceId);
    assertOffered(ctx, "workspace_settings");
    if (!isSlugConfirmed(confirmSlug, authorised.slug)) {
      throw new ErasureError("slug_mismatch", "The typed slug is not the workspace's.");
    }
    const request = await createRequest(tx, ctx, {
      state: "verified",
      channel: "workspace_settings",
      requesterKind: "workspace_admin",
      subjectKind: "workspace",
      subjectDigest: ctx.vault.digest("workspace", workspaceId),
      subjectId: workspaceId,
      locale: authorised.locale,
      content: { email: authorised.email, ...(choices === undefined ? {} : { choices }) },
    });
    if (request === null) {
      throw new ErasureError("already_requested", "The workspace's erasure is already under way.");
    }
    const purgeAfter = await scheduleRequest(tx, ctx, request, {
      subjectId: workspaceId,
      graceDays: Math.max(ctx.rules.graceDays, waitDays),
    });
    await oweMail(tx, ctx, request.id, "received");
    return { confirmationCode: request.confirmationCode, purgeAfter };
  });
}

async function authorise(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string,
): Promise<{ slug: string; email: string; locale: string }> {
  const [found] =
    "userId" in ctx.actor
      ? await tx
          .select({ slug: workspaces.slug, email: users.email, locale: users.locale })
          .from(memberships)
          .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
          .innerJoin(users, eq(users.id, memberships.userId))
          .where(
            and(
              eq(memberships.workspaceId, workspaceId),
              eq(memberships.userId, ctx.actor.userId),
              inArray(memberships.role, rolesThatMay("erase_workspace")),
            ),
          )
      : [];
  if (found === undefined) {
    throw new ErasureError("not_authorised", "Nobody else may delete the workspace.");
  }
  return found;
}
