import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { sessions, users } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { endSession } from "./end-session";
import { findMembership } from "./find-membership";
import { findSessionUser } from "./find-session-user";
import { openSession } from "./open-session";
import { sessionDays } from "./session-days";

const password = "correct horse";
const noon = new Date("2026-03-01T12:00:00Z");
const browser = { userAgent: "a browser" };

describe("a session", () => {
  test("is opened for the right password, and says whose it is", async ({ db }) => {
    const user = await createUser(db, { passwordHash: await hash(password) });

    const sessionId = await open(db, user.email, password);

    expect(await find(db, sessionId)).toEqual({
      id: user.id,
      name: user.name,
      email: user.email,
      isOperator: false,
      sessionId,
    });
    expect(await db.select().from(sessions)).toMatchObject([{ userAgent: "a browser" }]);
  });

  test("is refused alike for everything else", async ({ db }) => {
    const user = await createUser(db, { passwordHash: await hash(password) });
    const meta = await createUser(db, { passwordHash: null });

    expect(await open(db, user.email, "wrong horse")).toBeNull();
    expect(await open(db, meta.email, password)).toBeNull();
    expect(await open(db, "nobody@example.test", password)).toBeNull();
    expect(await db.select().from(sessions)).toEqual([]);
  });

  test("takes as long to refuse for an unknown address as for a wrong password", async ({ db }) => {
    const user = await createUser(db, { passwordHash: await hash(password) });
    const [known, unknown] = [
      await fastestOf(5, () => open(db, user.email, "wrong horse")),
      await fastestOf(5, () => open(db, "nobody@example.test", "wrong horse")),
    ];

    // Without a stand-in hash it would be a small fraction.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  test("ends by itself, and its row goes at the next sign-in", async ({ db }) => {
    const user = await createUser(db, { passwordHash: await hash(password) });
    const sessionId = await open(db, user.email, password);
    const later = new Date(noon.getTime() + sessionDays * 86_400_000);

    expect(await find(db, sessionId, new Date(later.getTime() - 1))).not.toBeNull();
    expect(await find(db, sessionId, later)).toBeNull();

    await openSession(
      { db, now: () => new Date(later.getTime() + 1) },
      { email: user.email, password },
      browser,
    );
    expect(
      await db
        .select()
        .from(sessions)
        .where(eq(sessions.id, sessionId ?? "")),
    ).toEqual([]);
  });

  test("ends when it is signed out of, and the person's others go on", async ({ db }) => {
    const user = await createUser(db, { passwordHash: await hash(password) });
    const [here, there] = [
      await open(db, user.email, password),
      await open(db, user.email, password),
    ];

    await endSession(db, here ?? "");
    await endSession(db, here ?? "");

    expect(await find(db, here)).toBeNull();
    expect(await find(db, there)).not.toBeNull();
  });
});

test("a membership is found by slug and by id, and only one's own", async ({ db }) => {
  const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const membership = {
    workspaceId: mine.id,
    slug: mine.slug,
    name: `Workspace ${mine.slug}`,
    role: "agent",
    state: "active",
    agentsDeleteContacts: true,
  };

  expect(await findMembership(db, mine.agentId, { slug: mine.slug })).toEqual(membership);
  expect(await findMembership(db, mine.agentId, { id: mine.id })).toEqual(membership);
  expect(await findMembership(db, mine.agentId, { slug: neighbour.slug })).toBeNull();
  expect(await findMembership(db, mine.agentId, { slug: "no-such-workspace" })).toBeNull();
});

async function createUser(db: Db, { passwordHash }: { passwordHash: string | null }) {
  const email = `${crypto.randomUUID()}@example.test`;
  const [user] = await db.insert(users).values({ name: "Zoë", email, passwordHash }).returning();
  return user ?? expect.unreachable();
}

function open(db: Db, email: string, password: string): Promise<string | null> {
  return openSession({ db, now: () => noon }, { email, password }, browser);
}

function find(db: Db, sessionId: string | null, at: Date = noon) {
  return findSessionUser({ db, now: () => at }, sessionId ?? expect.unreachable());
}

async function fastestOf(times: number, act: () => Promise<unknown>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const startedAt = performance.now();
    await act();
    fastest = Math.min(fastest, performance.now() - startedAt);
  }
  return fastest;
}
