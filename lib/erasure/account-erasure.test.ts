import { and, eq, inArray, like } from "drizzle-orm";
import { describe } from "vitest";
import {
  apiTokens,
  erasureMails,
  erasureRequests,
  memberships,
  messages,
  sessions,
  users,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { rimbaPesan } from "@/lib/policy/profiles/rimba-pesan";
import { willowWire } from "@/lib/policy/profiles/willow-wire";
import { changeRole } from "@/lib/team/change-role";
import { leaveWorkspace } from "@/lib/team/leave-workspace";
import { removeMember } from "@/lib/team/remove-member";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint, fingerprintAll } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import { cancelByLink } from "./cancel-by-link";
import type { Db, ErasureContext } from "./context";
import { describeCancellation } from "./describe-cancellation";
import { keepAccount } from "./keep-account";
import { placeHold } from "./place-hold";
import { previewErasure } from "./preview-erasure";
import { releaseHold } from "./release-hold";
import { scheduleAccountErasure } from "./schedule-account-erasure";
import { openSealedRequest } from "./sealed-request";

const requester = { type: "requester" } as const;
const day = 24 * 60 * 60 * 1000;

describe("an account that its owner deletes", () => {
  test("is signed out everywhere at that moment, loses its tokens, and then everything", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await addToken(db, mine.id, mine.agentId);
    const before = await fingerprint(db, neighbour.id);
    const ctx = as(requester);
    const preview = await previewErasure(ctx, { kind: "account", userId: mine.agentId });
    const [rows, written] = [await countAll(db), await authoredBy(db, mine)];
    expect(written).toBeGreaterThan(0);

    const { purgeAfter } = await scheduleAccountErasure(ctx, proved(mine.agentId));

    expect(purgeAfter).toBeNull();
    expect(await accessOf(db, mine.agentId)).toEqual({ sessions: 0, tokens: 0, isFrozen: true });
    expect(await accessOf(db, mine.ownerId)).toEqual({ sessions: 1, tokens: 1, isFrozen: false });
    const { id } = await onlyRequest(db);
    while ((await advanceRun(system, id)) === "again");

    expect(await stateOf(db)).toBe("completed_with_retentions");
    expect(await db.select().from(users).where(eq(users.id, mine.agentId))).toEqual([]);
    expect(await authoredBy(db, mine)).toBe(0);
    const left = await db.select().from(messages).where(eq(messages.workspaceId, mine.id));
    expect(left.map(({ body }) => body)).toContain("Message 1");
    expect(rows - (await countAll(db)), "rows gone are the rows promised").toBe(
      preview.erased.reduce((sum, one) => sum + one.rows, 0),
    );
    expect(preview.detached).toContainEqual({
      category: "messages",
      rows: written + mine.contactIds.length,
    });
    expect(preview.retained).toMatchObject([{ category: "audit", rows: 1 }]);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect((await mails(db)).sort()).toEqual(["completed", "received"]);
  });

  test("stays as it was when it may not go, and nothing is enqueued", async ({ db, as, sql }) => {
    const mine = await createWorkspace(db);
    const frozen = await join(db, mine.id, { frozenAt: new Date() });
    const before = await fingerprintAll(db);
    const ctx = as(requester);
    const closed = { ...ctx, rules: erasureRules(willowWire) };
    const wrong = new Error("not the password");
    let compared = 0;
    const prove = async () => {
      compared += 1;
      throw wrong;
    };

    await expect(
      scheduleAccountErasure(closed, { userId: mine.agentId, prove }),
    ).rejects.toMatchObject({ code: "channel_closed" });
    await expect(scheduleAccountErasure(ctx, { userId: newId(), prove })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(scheduleAccountErasure(ctx, { userId: frozen, prove })).rejects.toMatchObject({
      code: "already_requested",
    });
    await expect(
      scheduleAccountErasure(ctx, { userId: mine.ownerId, prove }),
    ).rejects.toMatchObject({ code: "sole_owner" });
    expect(compared, "nothing is compared before it may go at all").toBe(0);
    await expect(scheduleAccountErasure(ctx, { userId: mine.agentId, prove })).rejects.toBe(wrong);
    expect(compared).toBe(1);

    expect(await fingerprintAll(db)).toEqual(before);
    expect(await db.select().from(erasureRequests)).toEqual([]);
    expect(await sql`select id from pgboss.job`).toHaveLength(0);
  });

  test("is asked for once, however often it is", async ({ db, as, sql }) => {
    const mine = await createWorkspace(db);
    const asked = await Promise.allSettled(
      Array.from({ length: 4 }, () => scheduleAccountErasure(as(requester), proved(mine.agentId))),
    );
    const refusals = asked.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refusals).toEqual(Array(3).fill("already_requested"));
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
    expect(await sql`select id from pgboss.job where name = 'advance-run'`).toHaveLength(1);
  });

  test("waits for a legal hold to end, and keeps what is held until then", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    await addToken(db, mine.id, mine.agentId);
    const operator = as({ type: "operator", userId: newId() });
    const { holdId } = await placeHold(operator, {
      subjectKind: "account",
      subjectId: mine.agentId,
      basis: "GDPR 17(3)(e)",
      reference: "Case 7",
      expiresAt: null,
    });
    const { api_tokens: _before, ...before } = await fingerprint(db, mine.id);

    await scheduleAccountErasure(as(requester), proved(mine.agentId));
    const { id } = await onlyRequest(db);
    await advanceRun(system, id);

    expect(await stateOf(db)).toBe("on_hold");
    expect(await fingerprint(db, mine.id)).toMatchObject(before);
    expect(await accessOf(db, mine.agentId)).toEqual({ sessions: 0, tokens: 0, isFrozen: false });
    const kept = await db.select().from(apiTokens).where(isMadeBy(mine.agentId));
    expect(kept, "its record is held, and opens nothing").toMatchObject([{ name: "Script" }]);

    await releaseHold(operator, { holdId });
    while ((await advanceRun(system, id)) === "again");
    expect(await stateOf(db)).toBe("completed_with_retentions");
    expect(await db.select().from(users).where(eq(users.id, mine.agentId))).toEqual([]);
  });
});

describe("with a grace period, an account", () => {
  test("can be kept by signing in or by the mailed link, and goes on its day otherwise", async ({
    db,
    as,
    system: plain,
    clock,
  }) => {
    const rules = erasureRules(rimbaPesan);
    const [ctx, system] = [
      { ...as(requester), rules },
      { ...plain, rules },
    ];
    const mine = await createWorkspace(db);
    const before = await fingerprint(db, mine.id);
    await addToken(db, mine.id, mine.agentId);
    const userId = mine.agentId;

    const { purgeAfter } = await scheduleAccountErasure(ctx, proved(userId));
    expect(+(purgeAfter ?? 0) - +clock.now()).toBe(7 * day);
    expect(await accessOf(db, userId)).toEqual({ sessions: 0, tokens: 0, isFrozen: false });
    const [signedInAgain] = await db
      .insert(sessions)
      .values({ userId, expiresAt: new Date("2099-01-01") })
      .returning();
    expect(signedInAgain).toBeDefined();
    await keepAccount(ctx, { userId });
    expect(await stateOf(db)).toBe("cancelled");
    await expect(keepAccount(ctx, { userId })).rejects.toMatchObject({ code: "not_found" });

    await scheduleAccountErasure(ctx, proved(userId));
    const token = await cancellationToken(ctx);
    expect(await describeCancellation(ctx, token)).toMatchObject({ state: "open" });
    expect(await stateOf(db), "looking changes nothing").toBe("scheduled");
    expect(await cancelByLink(ctx, "x".repeat(43))).toEqual({ state: "unknown" });
    const atOnce = await Promise.all([cancelByLink(ctx, token), cancelByLink(ctx, token)]);
    expect(atOnce.map(({ state }) => state).sort()).toEqual(["cancelled", "over"]);
    expect(await fingerprint(db, mine.id)).toEqual(before);

    await scheduleAccountErasure(ctx, proved(userId));
    const last = await cancellationToken(ctx);
    const { id } = await onlyRequest(db, "scheduled");
    clock.advance(7 * day - 1);
    await advanceRun(system, id);
    expect(await stateOf(db)).toBe("scheduled");
    clock.advance(1);
    while ((await advanceRun(system, id)) === "again");
    expect(await stateOf(db)).toBe("completed_with_retentions");
    expect(await cancelByLink(ctx, last)).toMatchObject({ state: "over" });
    expect(await db.select().from(users).where(eq(users.id, userId))).toEqual([]);
  });

  test("that has become a sole owner by then is refused, with everything still there", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const rules = erasureRules(rimbaPesan);
    const mine = await createWorkspace(db);
    const second = await join(db, mine.id, {}, "owner");
    await scheduleAccountErasure({ ...as(requester), rules }, proved(mine.ownerId));
    await leaveWorkspace({ ...system, userId: second }, { workspaceId: mine.id });
    const before = await fingerprint(db, mine.id);
    const { id } = await onlyRequest(db);

    clock.advance(7 * day);
    await advanceRun({ ...system, rules }, id);

    expect(await db.select().from(erasureRequests)).toMatchObject([
      { state: "refused", refusalReason: "sole_owner" },
    ]);
    expect(await fingerprint(db, mine.id)).toEqual(before);
    expect(await accessOf(db, mine.ownerId)).toMatchObject({ tokens: 0, isFrozen: false });
  });
});

describe("of two owners who act at the same moment, one succeeds:", () => {
  const ways: [string, (ctx: ErasureContext, at: Pair) => Promise<unknown>][] = [
    ["both delete their accounts", (ctx, { me }) => scheduleAccountErasure(ctx, proved(me))],
    [
      "both leave",
      (ctx, { me, workspaceId }) => leaveWorkspace({ ...ctx, userId: me }, { workspaceId }),
    ],
    [
      "each takes the other's ownership",
      (ctx, { me, workspaceId, otherMember }) =>
        changeRole({ ...ctx, userId: me }, { workspaceId, memberId: otherMember, role: "agent" }),
    ],
    [
      "each removes the other",
      (ctx, { me, workspaceId, otherMember }) =>
        removeMember({ ...ctx, userId: me }, { workspaceId, memberId: otherMember }),
    ],
    [
      "one leaves, the other deletes their account",
      (ctx, { me, isFirst, workspaceId }) =>
        isFirst
          ? leaveWorkspace({ ...ctx, userId: me }, { workspaceId })
          : scheduleAccountErasure(ctx, proved(me)),
    ],
  ];

  test("whichever way they go", async ({ db, as }) => {
    for (const [way, act] of ways) {
      for (let round = 0; round < 5; round++) {
        const mine = await createWorkspace(db, { contacts: 0 });
        const second = await join(db, mine.id, {}, "owner");
        const pairs = [
          { me: mine.ownerId, isFirst: true, otherMember: await membershipIdOf(db, second) },
          { me: second, isFirst: false, otherMember: await membershipIdOf(db, mine.ownerId) },
        ];

        const ended = await Promise.allSettled(
          pairs.map((pair) => act(as(requester), { ...pair, workspaceId: mine.id })),
        );

        expect(
          ended.filter(({ status }) => status === "fulfilled"),
          way,
        ).toHaveLength(1);
        expect(await unfrozenOwners(db, mine.id), way).toBe(1);
        const [refusal] = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
        expect(["sole_owner", "last_owner", "not_authorised"], way).toContain(refusal.code);
      }
    }
  });
});

type Pair = { me: string; isFirst: boolean; otherMember: string; workspaceId: string };

function proved(userId: string) {
  return { userId, prove: async () => {} };
}

async function addToken(db: Db, workspaceId: string, createdByUserId: string): Promise<void> {
  await db
    .insert(apiTokens)
    .values({ workspaceId, name: "Script", tokenDigest: `digest-${newId()}`, createdByUserId });
}

function isMadeBy(userId: string) {
  return eq(apiTokens.createdByUserId, userId);
}

async function join(
  db: Db,
  workspaceId: string,
  account: Partial<typeof users.$inferInsert>,
  role: "owner" | "agent" = "agent",
): Promise<string> {
  const id = newId();
  const { frozenAt = null, ...rest } = account;
  await db.insert(users).values({ id, name: "Member", email: `${id}@example.test`, ...rest });
  await db.insert(memberships).values({ workspaceId, userId: id, role });
  if (frozenAt !== null) await db.update(users).set({ frozenAt }).where(eq(users.id, id));
  return id;
}

async function accessOf(db: Db, userId: string) {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return {
    sessions: await db.$count(sessions, eq(sessions.userId, userId)),
    // Whoever shows one is found by its digest, and by nothing else.
    tokens: await db.$count(
      apiTokens,
      and(isMadeBy(userId), like(apiTokens.tokenDigest, "digest-%")),
    ),
    isFrozen: user?.frozenAt !== null,
  };
}

async function authoredBy(db: Db, { id, agentId }: TestWorkspace): Promise<number> {
  return await db.$count(
    messages,
    and(eq(messages.workspaceId, id), eq(messages.authorUserId, agentId)),
  );
}

async function membershipIdOf(db: Db, userId: string): Promise<string> {
  const [found] = await db.select().from(memberships).where(eq(memberships.userId, userId));
  return found?.id ?? expect.unreachable();
}

async function unfrozenOwners(db: Db, workspaceId: string): Promise<number> {
  const owners = await db
    .select({ frozenAt: users.frozenAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, "owner")));
  return owners.filter(({ frozenAt }) => frozenAt === null).length;
}

/** Rows outside the ledger, the sessions and tokens that had ended by then included. */
async function countAll(db: Db): Promise<number> {
  let rows = 0;
  for (const table of [users, sessions, memberships, apiTokens]) rows += await db.$count(table);
  return rows;
}

async function onlyRequest(db: Db, state?: "scheduled") {
  const found = await db
    .select()
    .from(erasureRequests)
    .where(state === undefined ? undefined : inArray(erasureRequests.state, [state]));
  expect(found).toHaveLength(1);
  return found[0] ?? expect.unreachable();
}

async function stateOf(db: Db): Promise<string | undefined> {
  const requests = await db.select().from(erasureRequests).orderBy(erasureRequests.id);
  return requests.at(-1)?.state;
}

async function cancellationToken(ctx: ErasureContext): Promise<string> {
  const { id, sealed } = await onlyRequest(ctx.db, "scheduled");
  const content = await openSealedRequest(ctx.vault, id, sealed);
  return content.cancellationToken ?? expect.unreachable();
}

async function mails(db: Db): Promise<string[]> {
  return (await db.select().from(erasureMails)).map(({ message }) => message);
}
