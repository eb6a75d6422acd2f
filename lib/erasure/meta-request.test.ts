import { eq } from "drizzle-orm";
import { describe } from "vitest";
import {
  channelConnections,
  erasureRequests,
  erasureTransitions,
  metaIdentities,
  users,
} from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { waitingForLocks } from "@/lib/testing/waiting-for-locks";
import { advanceRun } from "./advance-run";
import type { Db, ErasureContext } from "./context";
import { createRequest } from "./create-requests";
import { deauthorizeMetaUser } from "./deauthorize-meta-user";
import { openMetaRequest, openMetaRequests } from "./open-meta-requests";
import { openSealedRequest } from "./sealed-request";

describe("Meta's deletion of a user", () => {
  test("takes the link, what was read from Meta and the tokens, and leaves the account", async ({
    db,
    as,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await linkMeta(db, mine.ownerId, "1000200030004000");
    await linkMeta(db, neighbour.ownerId, "5000600070008000");
    const before = await fingerprint(db, neighbour.id);

    await carryOut(as({ type: "meta" }), "1000200030004000");

    expect(await stateOfOnlyRequest(db)).toBe("completed");
    expect(await db.select().from(users).where(eq(users.id, mine.ownerId))).toHaveLength(1);
    expect((await db.select().from(metaIdentities)).map(({ metaUserId }) => metaUserId)).toEqual([
      "5000600070008000",
    ]);
    expect(
      await db.select().from(channelConnections).where(eq(channelConnections.workspaceId, mine.id)),
    ).toEqual([
      expect.objectContaining({
        state: "disconnected",
        displayName: "Disconnected",
        accessToken: null,
        wabaId: null,
        phoneNumberId: null,
        authorizedByUserId: null,
        disconnectedAt: expect.any(Date),
      }),
    ]);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });

  test("takes the whole account where Meta login was its only credential", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await db.update(users).set({ passwordHash: null }).where(eq(users.id, mine.agentId));
    await linkMeta(db, mine.agentId, "1000200030004000");

    await carryOut(as({ type: "meta" }), "1000200030004000");

    // The audit log keeps what was done to the account, without the account.
    expect(await stateOfOnlyRequest(db)).toBe("completed_with_retentions");
    expect(await db.select().from(users).where(eq(users.id, mine.agentId))).toEqual([]);
    expect(await db.select().from(users).where(eq(users.id, mine.ownerId))).toHaveLength(1);
  });

  test("leaves a sole owner without another credential to people", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await db.update(users).set({ passwordHash: null }).where(eq(users.id, mine.ownerId));
    await linkMeta(db, mine.ownerId, "1000200030004000");
    const before = await fingerprint(db, mine.id);

    await carryOut(as({ type: "meta" }), "1000200030004000");

    expect(await stateOfOnlyRequest(db)).toBe("in_review");
    expect(await fingerprint(db, mine.id)).toEqual(before);
  });

  test("answers an unknown user like any other, and ends the request", async ({ db, as }) => {
    const ctx = as({ type: "meta" });
    const { confirmationCode } = await openMetaRequest(ctx, { metaUserId: "404" });
    expect(confirmationCode).toMatch(/^[A-Za-z0-9]{20}$/);

    const [request] = await db.select().from(erasureRequests);
    await advanceRun(ctx, request?.id ?? "");

    const [ended] = await db.select().from(erasureRequests);
    expect(ended).toMatchObject({
      state: "refused",
      refusalReason: "no_matching_data",
      sealed: null,
    });
  });

  test("gives the same code for the same user while it is open, also at once", async ({
    db,
    as,
  }) => {
    const ctx = as({ type: "meta" });

    const codes = await Promise.all(
      Array.from({ length: 8 }, () => openMetaRequest(ctx, { metaUserId: "1000200030004000" })),
    );

    expect(new Set(codes.map(({ confirmationCode }) => confirmationCode)).size).toBe(1);
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
  });
});

describe("Meta's deletions of several users", () => {
  test("are opened together, each with its code, its timeline and its job, and none twice", async ({
    db,
    as,
  }) => {
    const ctx = as({ type: "meta" });
    const jobs: string[] = [];
    const enqueue: typeof ctx.jobs.enqueue = async (_tx, ...enqueued) => {
      for (const { data } of enqueued) if ("requestId" in data) jobs.push(data.requestId);
    };
    const open = await openMetaRequest(ctx, { metaUserId: "1000" });

    const users = ["3000", "1000", "2000", "3000"].map((metaUserId) => ({ metaUserId }));
    const [three, one, two, again] = await openMetaRequests({ ...ctx, jobs: { enqueue } }, users);

    expect(one).toEqual(open);
    expect(again).toEqual(three);
    const requests = await db.select().from(erasureRequests);
    const coded = new Map(requests.map((request) => [request.confirmationCode, request]));
    expect([...coded.keys()].toSorted()).toEqual(
      [one, two, three].map((opened) => opened?.confirmationCode).toSorted(),
    );
    const sealed = coded.get(three?.confirmationCode ?? "");
    expect(
      await openSealedRequest(ctx.vault, sealed?.id ?? "", sealed?.sealed ?? null),
    ).toMatchObject({ metaUserId: "3000" });
    const news = requests.filter(
      ({ confirmationCode }) => confirmationCode !== open.confirmationCode,
    );
    expect(jobs.toSorted()).toEqual(news.map(({ id }) => id).toSorted());
    for (const { id } of requests) {
      const lines = await db
        .select({ from: erasureTransitions.fromState, to: erasureTransitions.toState })
        .from(erasureTransitions)
        .where(eq(erasureTransitions.requestId, id))
        .orderBy(erasureTransitions.id);
      expect(lines).toEqual([
        { from: null, to: "verified" },
        { from: "verified", to: "scheduled" },
      ]);
    }
  });

  test("of the same users in another order wait for each other, and neither for ever", async ({
    db,
    sql,
    as,
  }) => {
    const ctx = as({ type: "meta" });
    const users = ["1000", "2000", "3000"].map((metaUserId) => ({ metaUserId }));
    const both: Promise<{ confirmationCode: string }[]>[] = [];

    // Both have begun and wait for the user in the middle, of whom a third writes and thinks better of it.
    await db
      .transaction(async (tx) => {
        const subjectDigest = ctx.vault.digest("meta_user", "2000");
        await createRequest(tx, ctx, {
          state: "scheduled",
          channel: "meta_callback",
          requesterKind: "meta",
          subjectKind: "meta_user",
          subjectDigest,
          content: { metaUserId: "2000" },
        });
        both.push(openMetaRequests(ctx, users), openMetaRequests(ctx, users.toReversed()));
        await expect.poll(() => waitingForLocks(sql)).toHaveLength(2);
        tx.rollback();
      })
      .catch(() => {});

    const [there, back] = await Promise.all(both);
    expect(back?.toReversed()).toEqual(there);
    expect(await db.$count(erasureRequests)).toBe(3);
  });
});

describe("Meta's deauthorization of a user", () => {
  test("destroys the tokens and opens no deletion by default", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await linkMeta(db, mine.ownerId, "1000200030004000");

    await deauthorizeMetaUser(as({ type: "meta" }), { metaUserId: "1000200030004000" });
    await deauthorizeMetaUser(as({ type: "meta" }), { metaUserId: "404" });

    expect(await db.select().from(channelConnections)).toEqual([
      expect.objectContaining({ state: "disconnected", accessToken: null }),
    ]);
    expect(await db.select().from(erasureRequests)).toEqual([]);
  });

  test("opens a deletion where the profile says that revocation means it", async ({ db, as }) => {
    const ctx = as({ type: "meta" });
    await deauthorizeMetaUser(
      { ...ctx, rules: { ...ctx.rules, metaRevocation: "opens_deletion" } },
      { metaUserId: "1000200030004000" },
    );

    expect(await db.select().from(erasureRequests)).toEqual([
      expect.objectContaining({ channel: "meta_deauthorize", subjectKind: "meta_user" }),
    ]);
  });
});

async function carryOut(ctx: ErasureContext, metaUserId: string): Promise<void> {
  await openMetaRequest(ctx, { metaUserId });
  const [request] = await ctx.db.select().from(erasureRequests);
  while ((await advanceRun(ctx, request?.id ?? "")) === "again");
}

async function linkMeta(db: Db, userId: string, metaUserId: string): Promise<void> {
  await db.insert(metaIdentities).values({
    userId,
    metaUserId,
    displayName: "A person",
    email: `meta-${metaUserId}@example.test`,
  });
}

async function stateOfOnlyRequest(db: Db): Promise<string | undefined> {
  const requests = await db.select().from(erasureRequests);
  expect(requests).toHaveLength(1);
  return requests[0]?.state;
}
