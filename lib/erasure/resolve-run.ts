import { eq } from "drizzle-orm";
import { type erasureRequests, memberships, metaIdentities, users, workspaces } from "@/db/schema";
import { accountScope } from "./account-scope";
import { addressDigests } from "./address-digests";
import type { ErasureContext, Tx } from "./context";
import { resolveContacts } from "./resolve-contacts";
import type { ResolvedRun } from "./resolved-run";
import type { SealedRequest } from "./sealed-request";
import {
  accountSubject,
  metaUserSubject,
  type RunSubject,
  settledSubject,
  workspaceSubject,
} from "./subjects";

type Request = typeof erasureRequests.$inferSelect;

/** Resolves a request to the subjects of its run. Changes nothing. */
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
      return await resolveAccount(tx, ctx, request.subjectId);
    case "meta_user":
      return await resolveMetaUser(tx, ctx, content.metaUserId);
    case "contact":
      return await resolveContact(tx, ctx, request, content.workspaceId);
  }
}

async function resolveWorkspace(
  tx: Tx,
  ctx: ErasureContext,
  workspaceId: string | null,
): Promise<ResolvedRun> {
  if (workspaceId === null) return nothingHeld;
  const found = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  if (found.length === 0) return nothingHeld;

  const workspace: RunSubject = {
    ...settledSubject(workspaceSubject(workspaceId)),
    heldBy: [{ kind: "workspace", id: workspaceId }],
  };
  const members = ctx.rules.erasesMembersWithoutWorkspace ? await membersOf(tx, workspaceId) : [];
  const group: RunSubject = {
    ...settledSubject(accountSubject(members)),
    isSettled: false,
    heldBy: [],
  };
  return {
    outcome: "ready",
    subjectId: workspaceId,
    workspaceId,
    subjects: members.length === 0 ? [workspace] : [workspace, group],
  };
}

/** Operators are staff and keep their accounts. */
async function membersOf(tx: Tx, workspaceId: string): Promise<string[]> {
  const members = await tx
    .select({ userId: memberships.userId, isOperator: users.isOperator })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId));
  return members.filter(({ isOperator }) => !isOperator).map(({ userId }) => userId);
}

/** A contact whose workspace nobody has named yet is for people to find. */
async function resolveContact(
  tx: Tx,
  ctx: ErasureContext,
  request: Request,
  workspaceId: string | undefined,
): Promise<ResolvedRun> {
  if (request.subjectId === null || workspaceId === undefined) return { outcome: "review" };
  return await resolveContacts(tx, ctx, request, workspaceId);
}

async function resolveAccount(
  tx: Tx,
  ctx: ErasureContext,
  userId: string | null,
): Promise<ResolvedRun> {
  if (userId === null) return nothingHeld;
  const found = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (found.length === 0) return nothingHeld;
  const heldBy = await accountScope(tx, userId);
  return {
    outcome: "ready",
    subjectId: userId,
    workspaceId: null,
    subjects: [{ ...settledSubject(accountSubject(userId, addressDigests(ctx, found))), heldBy }],
  };
}

/** Where Meta login was the only credential, the whole account goes with it. */
async function resolveMetaUser(
  tx: Tx,
  ctx: ErasureContext,
  metaUserId: string | undefined,
): Promise<ResolvedRun> {
  if (metaUserId === undefined) return nothingHeld;
  const [identity] = await tx
    .select({ userId: users.id, email: users.email, passwordHash: users.passwordHash })
    .from(metaIdentities)
    .innerJoin(users, eq(users.id, metaIdentities.userId))
    .where(eq(metaIdentities.metaUserId, metaUserId));
  if (identity === undefined) return nothingHeld;

  const heldBy = await accountScope(tx, identity.userId);
  const link = { ...settledSubject(metaUserSubject(identity.userId)), heldBy };
  const account = {
    ...settledSubject(accountSubject(identity.userId, addressDigests(ctx, [identity]))),
    heldBy,
  };
  return {
    outcome: "ready",
    subjectId: identity.userId,
    workspaceId: null,
    subjects: identity.passwordHash === null ? [link, account] : [link],
  };
}

const nothingHeld: ResolvedRun = { outcome: "refuse", reason: "no_matching_data" };
