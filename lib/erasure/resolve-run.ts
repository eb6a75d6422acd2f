import { eq } from "drizzle-orm";
import { type erasureRequests, metaIdentities, users, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import type { Subject } from "./engine";
import { membersWithoutOtherWorkspace } from "./members-without-other-workspace";
import type { SealedRequest } from "./sealed-request";
import { ownsAlone } from "./sole-owner";
import type { RefusalReason } from "./status";
import { accountSubject, metaUserSubject, workspaceSubject } from "./subjects";

type Request = typeof erasureRequests.$inferSelect;

/** Whom a run will erase, in order; or why it cannot start. */
export type ResolvedRun =
  | { outcome: "ready"; subjects: Subject[] }
  | { outcome: "refuse"; reason: RefusalReason }
  | { outcome: "review" };

/**
 * Resolves a request to the subjects of its run, and freezes them.
 *
 * Takes the subject's own row `FOR UPDATE`: writers who hold it through a foreign key finish
 * first, and afterwards find the workspace frozen.
 */
export async function resolveRun(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  content: SealedRequest,
): Promise<ResolvedRun> {
  switch (request.subjectKind) {
    case "workspace":
      return await resolveWorkspace(tx, ctx, request.subjectId);
    case "account":
      return await resolveAccount(tx, request.subjectId);
    case "meta_user":
      return await resolveMetaUser(tx, content.metaUserId);
    case "contact":
      return { outcome: "review" };
  }
}

async function resolveWorkspace(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string | null,
): Promise<ResolvedRun> {
  if (workspaceId === null) return nothingHeld;
  const [workspace] = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("update");
  if (workspace === undefined) return nothingHeld;

  await tx
    .update(workspaces)
    .set({ state: "frozen", frozenAt: ctx.now() })
    .where(eq(workspaces.id, workspaceId));
  const members = ctx.rules.erasesMembersWithoutWorkspace
    ? await membersWithoutOtherWorkspace(tx, workspaceId)
    : [];
  return {
    outcome: "ready",
    subjects: [workspaceSubject(workspaceId), ...members.map(accountSubject)],
  };
}

async function resolveAccount(tx: Tx, userId: string | null): Promise<ResolvedRun> {
  if (userId === null || !(await lockUser(tx, userId))) return nothingHeld;
  if (await ownsAlone(tx, userId)) return { outcome: "refuse", reason: "sole_owner" };
  return { outcome: "ready", subjects: [accountSubject(userId)] };
}

/** Where Meta login was the only credential, the whole account goes; a sole owner needs a person's look. */
async function resolveMetaUser(tx: Tx, metaUserId: string | undefined): Promise<ResolvedRun> {
  if (metaUserId === undefined) return nothingHeld;
  const [identity] = await tx
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(metaIdentities)
    .innerJoin(users, eq(users.id, metaIdentities.userId))
    .where(eq(metaIdentities.metaUserId, metaUserId));
  if (identity === undefined || !(await lockUser(tx, identity.userId))) return nothingHeld;

  const link = metaUserSubject(identity.userId);
  if (identity.passwordHash !== null) return { outcome: "ready", subjects: [link] };
  if (await ownsAlone(tx, identity.userId)) return { outcome: "review" };
  return { outcome: "ready", subjects: [link, accountSubject(identity.userId)] };
}

async function lockUser(tx: Tx, userId: string): Promise<boolean> {
  const locked = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for("update");
  return locked.length > 0;
}

const nothingHeld: ResolvedRun = { outcome: "refuse", reason: "no_matching_data" };
