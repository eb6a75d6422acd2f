import { and, eq } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { describe } from "vitest";
import { apiTokens, auditLog, invitations, memberships, users, workspaces } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { findMembership } from "@/lib/auth/find-membership";
import { verifyPassword } from "@/lib/auth/password";
import type { Db, ErasureContext } from "@/lib/erasure";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendNotice } from "@/lib/mail/send-notice";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { changeRole } from "./change-role";
import { clearExpiredInvitations } from "./clear-expired-invitations";
import { describeInvitation } from "./describe-invitation";
import { inviteMember } from "./invite-member";
import { joinAsNewcomer } from "./join-as-newcomer";
import { joinWithAccount } from "./join-with-account";
import { leaveWorkspace } from "./leave-workspace";
import { listMembers } from "./list-members";
import { listMemberships } from "./list-memberships";
import { removeMember } from "./remove-member";
import type { Role } from "./schemas";
import type { TeamContext } from "./team-context";
import { withdrawInvitation } from "./withdraw-invitation";

const day = 24 * 60 * 60 * 1000;

describe("what a role may not do to a team", () => {
  test("is refused, and nothing is changed, mailed or enqueued", async ({ db, system, sql }) => {
    const { team, workspaceId, invitationId } = await createTeam(db);
    const stranger = await createWorkspace(db, { contacts: 0 });
    const as = (userId: string): TeamContext => ({ ...system, userId });
    const change = (who: keyof typeof team, role: Role) => (ctx: TeamContext) =>
      changeRole(ctx, { workspaceId, memberId: team[who].memberId, role });
    const remove = (who: keyof typeof team) => (ctx: TeamContext) =>
      removeMember(ctx, { workspaceId, memberId: team[who].memberId });
    const invite = (role: Role) => (ctx: TeamContext) =>
      inviteMember(ctx, { workspaceId, email: "new@example.test", role });
    const withdraw = (ctx: TeamContext) => withdrawInvitation(ctx, { workspaceId, invitationId });
    const everything = [
      change("agent", "admin"),
      change("owner", "agent"),
      remove("agent"),
      remove("owner"),
      invite("agent"),
      withdraw,
    ];
    const refused: [string, string, string, ((ctx: TeamContext) => Promise<void>)[]][] = [
      ["an agent", team.agent.userId, "not_authorised", everything],
      ["another workspace's owner", stranger.ownerId, "not_authorised", everything],
      ["nobody we know", newId(), "not_authorised", everything],
      [
        "an admin",
        team.admin.userId,
        "owners_only",
        [
          change("owner", "agent"),
          change("agent", "owner"),
          change("admin", "owner"),
          remove("owner"),
          invite("owner"),
          withdraw,
        ],
      ],
    ];
    const before = await fingerprintAll(db);

    for (const [who, userId, code, acts] of refused) {
      for (const act of acts) await expect(act(as(userId)), who).rejects.toMatchObject({ code });
    }
    await expect(leaveWorkspace(as(stranger.ownerId), { workspaceId })).rejects.toMatchObject({
      code: "not_authorised",
    });

    expect(await fingerprintAll(db)).toEqual(before);
    expect(await sql`select id from pgboss.job`).toHaveLength(0);
  });

  test("nor does an owner reach into another workspace by its ids", async ({ db, system, sql }) => {
    const [mine, theirs] = [await createTeam(db), await createTeam(db)];
    const ctx: TeamContext = { ...system, userId: mine.team.owner.userId };
    const { memberId } = theirs.team.agent;
    const { invitationId } = theirs;
    const before = await fingerprintAll(db);

    for (const [workspaceId, code] of [
      [mine.workspaceId, "not_found"],
      [theirs.workspaceId, "not_authorised"],
      [newId(), "not_authorised"],
    ] as const) {
      for (const act of [
        () => changeRole(ctx, { workspaceId, memberId, role: "owner" }),
        () => removeMember(ctx, { workspaceId, memberId }),
        () => withdrawInvitation(ctx, { workspaceId, invitationId }),
      ]) {
        await expect(act()).rejects.toMatchObject({ code });
      }
    }
    expect(await fingerprintAll(db)).toEqual(before);
    expect(await sql`select id from pgboss.job`).toHaveLength(0);
  });

  test("while a workspace is being deleted, nobody changes its team", async ({ db, system }) => {
    const { team, workspaceId, invitationId } = await createTeam(db);
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, workspaceId));
    const ctx: TeamContext = { ...system, userId: team.owner.userId };
    const { memberId } = team.agent;
    const before = await fingerprintAll(db);

    for (const act of [
      () => changeRole(ctx, { workspaceId, memberId, role: "admin" }),
      () => removeMember(ctx, { workspaceId, memberId }),
      () => inviteMember(ctx, { workspaceId, email: "new@example.test", role: "agent" }),
      () => withdrawInvitation(ctx, { workspaceId, invitationId }),
      () => leaveWorkspace({ ...ctx, userId: team.agent.userId }, { workspaceId }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "workspace_closed" });
    }
    expect(await fingerprintAll(db)).toEqual(before);
  });
});

describe("a team", () => {
  test("loses a member at once, with their tokens and the invitations they sent; the account stays", async ({
    db,
    system,
  }) => {
    const { team, workspaceId, slug } = await createTeam(db);
    const neighbour = await createTeam(db);
    const goes = team.admin.userId;
    await db
      .insert(memberships)
      .values({ workspaceId: neighbour.workspaceId, userId: goes, role: "agent" });
    for (const id of [workspaceId, neighbour.workspaceId]) await leaveTraces(db, id, goes);
    const [account] = await db.select().from(users).where(eq(users.id, goes));
    expect(await findMembership(db, goes, { slug })).not.toBeNull();

    await removeMember(
      { ...system, userId: team.owner.userId },
      { workspaceId, memberId: team.admin.memberId },
    );

    expect(await findMembership(db, goes, { slug })).toBeNull();
    expect(await tracesOf(db, workspaceId, goes)).toEqual({ tokens: 0, invitations: 0 });
    expect(await tracesOf(db, neighbour.workspaceId, goes)).toEqual({ tokens: 1, invitations: 1 });
    expect(await findMembership(db, goes, { slug: neighbour.slug })).not.toBeNull();
    expect(await db.select().from(users).where(eq(users.id, goes))).toEqual([account]);
    expect(await lastAudit(db, workspaceId)).toMatchObject({
      action: "member.removed",
      actorKind: "owner",
      actorUserId: team.owner.userId,
      targetUserId: goes,
    });
  });

  test("keeps an owner, whoever is demoted, removed or leaves; handed over, the last one may go", async ({
    db,
    system,
  }) => {
    const { team, workspaceId } = await createTeam(db);
    const ctx: TeamContext = { ...system, userId: team.owner.userId };
    const own = { workspaceId, memberId: team.owner.memberId };
    // An owner whose own erasure has begun does not count.
    const frozen = await join(db, workspaceId, "owner");
    await db.update(users).set({ frozenAt: new Date() }).where(eq(users.id, frozen.userId));
    const before = await fingerprintAll(db);
    for (const act of [
      () => changeRole(ctx, { ...own, role: "agent" }),
      () => removeMember(ctx, own),
      () => leaveWorkspace(ctx, { workspaceId }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "last_owner" });
    }
    expect(await fingerprintAll(db)).toEqual(before);
    expect(await listMemberships(db, team.owner.userId)).toMatchObject([{ isSoleOwner: true }]);

    await changeRole(ctx, { workspaceId, memberId: team.agent.memberId, role: "owner" });
    expect(await listMemberships(db, team.owner.userId)).toMatchObject([{ isSoleOwner: false }]);
    await leaveWorkspace(ctx, { workspaceId });

    const left = await listMembers(db, workspaceId);
    expect(left.map(({ userId, role }) => [userId, role])).toEqual(
      expect.arrayContaining([[team.agent.userId, "owner"]]),
    );
    expect(left.map(({ userId }) => userId)).not.toContain(team.owner.userId);
    expect(await lastAudit(db, workspaceId)).toMatchObject({ action: "member.left" });
  });
});

describe("an invitation", () => {
  test("makes an account for who has none, once, and puts them on the team", async ({
    db,
    as,
    boss,
  }) => {
    const { team, workspaceId, slug } = await createTeam(db);
    const ctx: TeamContext = { ...as({ type: "requester" }), userId: team.admin.userId };
    const email = "new@example.test";

    await inviteMember(ctx, { workspaceId, email, role: "agent" });
    const [mail] = await deliver(ctx, boss);
    expect(mail?.to).toBe(email);
    const token = tokenIn(mail);
    const [stored] = await invitationsTo(db, workspaceId, email);
    expect(stored).toMatchObject({ mailState: "sent", sealedToken: null });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await describeInvitation(ctx, token)).toMatchObject({ email, hasAccount: false });

    const newcomer = { token, name: "Ana", password: "a long secret" };
    const joined = await Promise.allSettled([
      joinAsNewcomer(ctx, newcomer),
      joinAsNewcomer(ctx, newcomer),
    ]);
    expect(joined.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(await verifyPassword(user?.passwordHash ?? null, "a long secret")).toBe(true);
    expect(await findMembership(db, user?.id ?? "", { slug })).toMatchObject({ role: "agent" });
    expect(await describeInvitation(ctx, token)).toBeNull();
    expect(await invitationsTo(db, workspaceId, email)).toEqual([]);
    await expect(inviteMember(ctx, { workspaceId, email, role: "agent" })).rejects.toMatchObject({
      code: "already_member",
    });
  });

  test("is for its address alone, and worth nothing once it is old, withdrawn or replaced", async ({
    db,
    as,
    boss,
    clock,
  }) => {
    const { team, workspaceId } = await createTeam(db);
    const other = await createWorkspace(db, { contacts: 0 });
    const ctx: TeamContext = { ...as({ type: "requester" }), userId: team.owner.userId };
    const invite = async () => {
      await inviteMember(ctx, { workspaceId, email: other.ownerEmail, role: "admin" });
      return tokenIn((await deliver(ctx, boss)).at(-1));
    };
    const join_ = (userId: string, token: string) => joinWithAccount({ ...ctx, userId }, { token });

    const first = await invite();
    expect(await describeInvitation(ctx, first)).toMatchObject({ hasAccount: true });
    const before = await fingerprintAll(db);
    await expect(join_(other.agentId, first)).rejects.toMatchObject({ code: "wrong_account" });
    await expect(
      joinAsNewcomer(ctx, { token: first, name: "Ana", password: "a long secret" }),
    ).rejects.toMatchObject({ code: "account_exists" });
    expect(await fingerprintAll(db)).toEqual(before);

    const second = await invite();
    await expect(join_(other.ownerId, first)).rejects.toMatchObject({ code: "invitation_closed" });
    const [open] = await invitationsTo(db, workspaceId, other.ownerEmail);
    await withdrawInvitation(ctx, { workspaceId, invitationId: open?.id ?? "" });
    await expect(join_(other.ownerId, second)).rejects.toMatchObject({ code: "invitation_closed" });

    const third = await invite();
    clock.advance(7 * day);
    await expect(join_(other.ownerId, third)).rejects.toMatchObject({ code: "invitation_closed" });
    expect(await clearExpiredInvitations(ctx)).toBe(0);
    clock.advance(31 * day);
    expect(await clearExpiredInvitations(ctx)).toBe(1);
    expect(await invitationsTo(db, workspaceId, other.ownerEmail)).toEqual([]);

    await db.execute("delete from rate_limits");
    await join_(other.ownerId, await invite());
    expect(await lastAudit(db, workspaceId)).toMatchObject({ action: "member.joined" });
  });

  test("is mailed to one address three times an hour, from however many workspaces", async ({
    db,
    system,
    sql,
  }) => {
    const teams = [await createTeam(db), await createTeam(db)];
    const invite = ({ team, workspaceId }: (typeof teams)[number]) =>
      inviteMember(
        { ...system, userId: team.owner.userId },
        { workspaceId, email: "new@example.test", role: "agent" },
      );
    for (const team of [...teams, ...teams.slice(0, 1)]) await invite(team);
    const jobs = await sql`select id from pgboss.job`;

    for (const team of teams) {
      await expect(invite(team)).rejects.toMatchObject({ code: "too_many_invitations" });
    }
    expect(await sql`select id from pgboss.job`).toHaveLength(jobs.length);
  });

  test("is mailed a hundred times a day by one workspace, also when each is taken back", async ({
    db,
    system,
    sql,
  }) => {
    const { team, workspaceId } = await createTeam(db);
    const ctx = { ...system, userId: team.owner.userId };
    const invite = (of: string, at: number) =>
      inviteMember(ctx, { workspaceId: of, email: `new${at}@example.test`, role: "agent" });
    for (let at = 0; at < 100; at++) {
      await invite(workspaceId, at);
      await db.delete(invitations).where(eq(invitations.email, `new${at}@example.test`));
    }
    const jobs = await sql`select id from pgboss.job`;

    await expect(invite(workspaceId, 100)).rejects.toMatchObject({ code: "too_many_invitations" });
    expect(await invitationsTo(db, workspaceId, "new100@example.test")).toEqual([]);
    expect(await sql`select id from pgboss.job`).toHaveLength(jobs.length);
  });
});

/** A workspace with an owner, an admin and an agent, and an invitation to become an owner. */
async function createTeam(db: Db) {
  const workspace = await createWorkspace(db, { contacts: 0 });
  const admin = await join(db, workspace.id, "admin");
  const invitationId = newId();
  await db.insert(invitations).values({
    workspaceId: workspace.id,
    id: invitationId,
    email: `owner-to-be@${workspace.slug}.test`,
    addressDigest: `digest of owner-to-be@${workspace.slug}.test`,
    role: "owner",
    tokenDigest: newId(),
    mailState: "sent",
    expiresAt: new Date("2099-01-01"),
  });
  return {
    workspaceId: workspace.id,
    slug: workspace.slug,
    invitationId,
    team: {
      owner: await memberOf(db, workspace, workspace.ownerId),
      admin,
      agent: await memberOf(db, workspace, workspace.agentId),
    },
  };
}

async function memberOf(db: Db, { id }: TestWorkspace, userId: string) {
  const [membership] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.workspaceId, id), eq(memberships.userId, userId)));
  return { userId, memberId: membership?.id ?? expect.unreachable() };
}

async function join(db: Db, workspaceId: string, role: Role) {
  const [userId, memberId] = [newId(), newId()];
  await db.insert(users).values({ id: userId, name: "Member", email: `${userId}@example.test` });
  await db.insert(memberships).values({ workspaceId, id: memberId, userId, role });
  return { userId, memberId };
}

async function leaveTraces(db: Db, workspaceId: string, userId: string): Promise<void> {
  await db
    .insert(apiTokens)
    .values({ workspaceId, name: "Script", tokenDigest: newId(), createdByUserId: userId });
  await db.insert(invitations).values({
    workspaceId,
    email: "friend@example.test",
    addressDigest: "digest of friend@example.test",
    role: "agent",
    tokenDigest: newId(),
    invitedByUserId: userId,
    expiresAt: new Date("2099-01-01"),
  });
}

async function tracesOf(db: Db, workspaceId: string, userId: string) {
  return {
    tokens: await db.$count(
      apiTokens,
      and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.createdByUserId, userId)),
    ),
    invitations: await db.$count(
      invitations,
      and(eq(invitations.workspaceId, workspaceId), eq(invitations.invitedByUserId, userId)),
    ),
  };
}

async function invitationsTo(db: Db, workspaceId: string, email: string) {
  return await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.email, email)));
}

async function lastAudit(db: Db, workspaceId: string) {
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.workspaceId, workspaceId))
    .orderBy(auditLog.id);
  return entries.at(-1);
}

async function deliver(ctx: ErasureContext | TeamContext, boss: PgBoss): Promise<OutgoingMail[]> {
  const left: OutgoingMail[] = [];
  const mailer = {
    async send(mail: OutgoingMail) {
      left.push(mail);
      return { ok: true, providerId: mail.id } as const;
    },
  };
  const jobs = await boss.fetch<Parameters<typeof sendNotice>[1]>("send-notice", {
    batchSize: 100,
  });
  const notices = {
    ...ctx,
    mailer,
    appUrl: "https://app.example.test",
    rules: { profile: "default" },
  };
  for (const { id, data } of jobs) {
    await sendNotice(notices, data);
    await boss.complete("send-notice", id);
  }
  return left;
}

function tokenIn(mail: OutgoingMail | undefined): string {
  return (
    /invitation\?token=([A-Za-z0-9_-]{43})/.exec(mail?.text ?? "")?.[1] ?? expect.unreachable()
  );
}
