import { eq } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { describe } from "vitest";
import { accountCodes, metaIdentities, sessions, users } from "@/db/schema";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import type { Db, ErasureContext } from "@/lib/erasure";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendNotice } from "@/lib/mail/send-notice";
import { clearExpiredLimits } from "@/lib/rate-limits/clear-expired-limits";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { changePassword } from "./change-password";
import { confirmEmailChange } from "./confirm-email-change";
import { disconnectMeta } from "./disconnect-meta";
import { endOtherSessions } from "./end-other-sessions";
import { endOwnSession } from "./end-own-session";
import { issueCode } from "./issue-code";
import { listSessions } from "./list-sessions";
import { provePassword } from "./prove-password";
import { readAccount } from "./read-account";
import { redeemCode } from "./redeem-code";
import { requestEmailChange } from "./request-email-change";
import { updateProfile } from "./update-profile";

const password = "correct horse";
const requester = { type: "requester" } as const;

describe("a person's sessions", () => {
  test("end one by one or all but this one, and nobody else's end with them", async ({
    db,
    system,
  }) => {
    const [mine, other] = [await createPerson(db), await createPerson(db)];
    const [here, there, elsewhere] = await openSessions(db, mine, 3);
    const [theirs = ""] = await openSessions(db, other, 1);
    const left = async (userId: string) =>
      (await listSessions(system, userId)).map(({ id }) => id).sort();

    await endOwnSession(system, { userId: mine, sessionId: theirs });
    expect(await left(other)).toEqual([theirs]);
    await endOwnSession(system, { userId: mine, sessionId: there ?? "" });
    expect(await left(mine)).toEqual([here, elsewhere].sort());
    await endOtherSessions(system, { userId: mine, sessionId: here ?? "" });
    expect(await left(mine)).toEqual([here]);
    expect(await left(other)).toEqual([theirs]);
  });
});

describe("a password", () => {
  test("is changed by who knows it, and every other browser is signed out", async ({ db, as }) => {
    const ctx = as(requester);
    const [mine, other] = [await createPerson(db), await createPerson(db)];
    const [here = ""] = await openSessions(db, mine, 2);
    await openSessions(db, other, 1);
    const before = await fingerprintAll(db);
    const change = { userId: mine, sessionId: here, newPassword: "battery staple" };

    await expect(changePassword(ctx, { ...change, currentPassword: "wrong" })).rejects.toThrow(
      expect.objectContaining({ code: "wrong_password" }),
    );
    expect(await fingerprintAll(db)).toEqual(before);

    await changePassword(ctx, { ...change, currentPassword: password });
    const [user] = await db.select().from(users).where(eq(users.id, mine));
    expect(await verifyPassword(user?.passwordHash ?? null, "battery staple")).toBe(true);
    expect((await db.select().from(sessions)).map(({ userId }) => userId).sort()).toEqual(
      [mine, other].sort(),
    );
  });

  test("is compared five times in a quarter of an hour and no more, also of many at once", async ({
    db,
    as,
    clock,
  }) => {
    const ctx = as(requester);
    const [mine, other, frozen, meta] = [
      await createPerson(db),
      await createPerson(db),
      await createPerson(db, { frozenAt: new Date() }),
      await createPerson(db, { passwordHash: null }),
    ];
    const guesses = await Promise.allSettled(
      Array.from({ length: 12 }, () => provePassword(ctx, { userId: mine, password: "guess" })),
    );
    const codes = guesses.map((guess) => guess.status === "rejected" && guess.reason.code);
    expect(codes.filter((code) => code === "wrong_password")).toHaveLength(5);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(7);
    await expect(provePassword(ctx, { userId: mine, password })).rejects.toMatchObject({
      code: "too_many_attempts",
    });
    await provePassword(ctx, { userId: other, password });

    await expect(provePassword(ctx, { userId: frozen, password })).rejects.toMatchObject({
      code: "account_closed",
    });
    await expect(provePassword(ctx, { userId: meta, password })).rejects.toMatchObject({
      code: "no_password",
    });

    expect(await clearExpiredLimits(ctx)).toBe(0);
    clock.advance(365 * 24 * 60 * 60 * 1000);
    expect(await clearExpiredLimits(ctx)).toBeGreaterThan(0);
    await provePassword(ctx, { userId: mine, password });
  });
});

describe("a mailed code", () => {
  test("works once, for ten minutes and five tries, for the one it was sent to", async ({
    db,
    as,
    boss,
    clock,
  }) => {
    const ctx = as(requester);
    const [mine, other] = [await createPerson(db), await createPerson(db)];
    const purpose = "erase_account" as const;
    const fresh = async () => {
      await db.execute("delete from rate_limits");
      await issueCode(ctx, { userId: mine, purpose });
      return codeIn((await deliver(ctx, boss)).at(-1));
    };
    const redeem = (userId: string, code: string) => redeemCode(ctx, { userId, purpose, code });
    const refused = { code: "wrong_code" };

    const first = await fresh();
    await expect(redeem(other, first)).rejects.toMatchObject(refused);
    const atOnce = await Promise.allSettled([redeem(mine, first), redeem(mine, first)]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(redeem(mine, first)).rejects.toMatchObject(refused);

    const [replaced, second] = [await fresh(), await fresh()];
    await expect(redeem(mine, replaced)).rejects.toMatchObject(refused);
    for (let tries = 1; tries < 5; tries++) {
      await expect(redeem(mine, "00000000")).rejects.toMatchObject(refused);
    }
    await expect(redeem(mine, second)).rejects.toMatchObject(refused);

    const third = await fresh();
    clock.advance(10 * 60_000);
    await expect(redeem(mine, third)).rejects.toMatchObject(refused);
  });

  test("is asked for three times in a quarter of an hour; too late, its mail is not sent", async ({
    db,
    as,
    boss,
    clock,
  }) => {
    const ctx = as(requester);
    const mine = await createPerson(db);
    const issue = () => issueCode(ctx, { userId: mine, purpose: "erase_account" });
    for (let times = 0; times < 3; times++) await issue();
    await expect(issue()).rejects.toMatchObject({ code: "too_many_attempts" });

    clock.advance(11 * 60_000);
    expect(await deliver(ctx, boss)).toEqual([]);
    expect(await db.select().from(accountCodes)).toMatchObject([
      { mailState: "failed", sealed: null },
    ]);
  });
});

describe("an e-mail address", () => {
  test("is the account's once a code sent to it has come back", async ({ db, as, boss }) => {
    const ctx = as(requester);
    const [mine, other] = [await createPerson(db), await createPerson(db)];
    const [old, taken] = [await emailOf(db, mine), await emailOf(db, other)];
    const ask = (email: string, typed = password) =>
      requestEmailChange(ctx, { userId: mine, email, password: typed });

    await expect(ask("new@example.test", "wrong")).rejects.toMatchObject({
      code: "wrong_password",
    });
    expect(await deliver(ctx, boss)).toEqual([]);

    await ask(taken);
    const [toOther] = await deliver(ctx, boss);
    expect(toOther?.to).toBe(taken);
    await expect(
      confirmEmailChange(ctx, { userId: mine, code: codeIn(toOther) }),
    ).rejects.toMatchObject({ code: "address_taken" });
    expect(await emailOf(db, mine)).toBe(old);

    await ask("new@example.test");
    expect(JSON.stringify(await db.select().from(accountCodes))).not.toContain("new@example.test");
    const [toNew] = await deliver(ctx, boss);
    expect(toNew?.to).toBe("new@example.test");
    await confirmEmailChange(ctx, { userId: mine, code: codeIn(toNew) });
    expect(await emailOf(db, mine)).toBe("new@example.test");
    expect(await emailOf(db, other)).toBe(taken);
    expect(await db.select().from(accountCodes)).toEqual([]);
  });
});

test("a Meta login is let go of where a password is left, and shown until then", async ({
  db,
  system,
}) => {
  const [mine, metaOnly] = [await createPerson(db), await createPerson(db, { passwordHash: null })];
  await db.insert(metaIdentities).values([
    { userId: mine, metaUserId: "1", displayName: "Zoë" },
    { userId: metaOnly, metaUserId: "2", displayName: "Ana" },
  ]);
  expect(await readAccount(db, mine)).toMatchObject({ metaLogin: { displayName: "Zoë" } });

  await expect(disconnectMeta(system, { userId: metaOnly })).rejects.toMatchObject({
    code: "only_login",
  });
  await disconnectMeta(system, { userId: mine });

  expect(await db.select().from(metaIdentities)).toMatchObject([{ userId: metaOnly }]);
  expect(await readAccount(db, mine)).toMatchObject({ metaLogin: null, hasPassword: true });
});

test("a profile is its owner's to change, until the account is being erased", async ({
  db,
  system,
}) => {
  const [mine, other, frozen] = [
    await createPerson(db),
    await createPerson(db),
    await createPerson(db, { frozenAt: new Date() }),
  ];
  const before = await readAccount(db, other);
  const changes = { name: "Åsa", locale: "ar" } as const;

  await updateProfile(system, { userId: mine, ...changes });
  await expect(updateProfile(system, { userId: frozen, ...changes })).rejects.toMatchObject({
    code: "account_closed",
  });

  expect(await readAccount(db, mine)).toMatchObject(changes);
  expect(await readAccount(db, other)).toEqual(before);
  expect(await readAccount(db, frozen)).toMatchObject({ name: "Zoë" });
});

async function createPerson(
  db: Db,
  changes: Partial<typeof users.$inferInsert> = {},
): Promise<string> {
  const [user] = await db
    .insert(users)
    .values({
      name: "Zoë",
      email: `${crypto.randomUUID()}@example.test`,
      passwordHash: await hashPassword(password),
      ...changes,
    })
    .returning({ id: users.id });
  return user?.id ?? expect.unreachable();
}

async function openSessions(db: Db, userId: string, count: number): Promise<string[]> {
  const opened = await db
    .insert(sessions)
    .values(Array.from({ length: count }, () => ({ userId, expiresAt: new Date("2099-01-01") })))
    .returning({ id: sessions.id });
  return opened.map(({ id }) => id);
}

async function emailOf(db: Db, userId: string): Promise<string> {
  return (await readAccount(db, userId))?.email ?? expect.unreachable();
}

/** Works the queue of notices as the worker does, and gives what left. */
async function deliver(ctx: ErasureContext, boss: PgBoss): Promise<OutgoingMail[]> {
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
  for (const { id, data } of jobs) {
    await sendNotice({ ...ctx, mailer, appUrl: "https://app.example.test" }, data);
    await boss.complete("send-notice", id);
  }
  return left;
}

function codeIn(mail: OutgoingMail | undefined): string {
  return (
    /\b(\d{4}) (\d{4})\b/
      .exec(mail?.text ?? "")
      ?.slice(1)
      .join("") ?? expect.unreachable()
  );
}
