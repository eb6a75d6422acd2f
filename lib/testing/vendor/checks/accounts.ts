import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { erasureRequests, sessions, users } from "@/db/schema";
import { proveSelf } from "@/lib/account/prove-self";
import { hashPassword } from "@/lib/auth/password";
import { scheduleAccountErasure } from "@/lib/erasure/schedule-account-erasure";
import { createWorkspace } from "../../create-workspace";
import type { Check } from "../promise-row";

const password = "correct horse";
const day = 24 * 60 * 60 * 1000;

/**
 * A person deletes their own account: a wrong password changes nothing, the right one signs them out
 * and erases the account, at once or when the grace period is over.
 */
export const erasesOwnAccount: Check = async (app) => {
  const { agentId: userId } = await createWorkspace(app.db);
  const isTheirs = eq(users.id, userId);
  await app.db
    .update(users)
    .set({ passwordHash: await hashPassword(password) })
    .where(isTheirs);
  const ctx = app.as({ type: "requester" });
  const ask = (typed: string) =>
    scheduleAccountErasure(ctx, {
      userId,
      prove: () => proveSelf(ctx, userId, { password: typed }),
    });

  await expect(ask("wrong horse")).rejects.toMatchObject({ code: "wrong_password" });
  expect(await app.db.$count(erasureRequests)).toBe(0);
  expect(await app.db.$count(sessions, eq(sessions.userId, userId))).toBe(1);

  await ask(password);
  expect(await app.db.$count(sessions, eq(sessions.userId, userId))).toBe(0);
  const request = await app.newestRequest();
  const { graceDays } = app.profile;
  if (graceDays > 0) {
    app.clock.advance(graceDays * day - 1);
    expect(await app.carryOut(request)).toMatchObject({ state: "scheduled" });
    expect(await app.db.$count(users, isTheirs)).toBe(1);
    app.clock.advance(1);
  }
  expect((await app.carryOut(request)).state).toMatch(/^completed/);
  expect(await app.db.$count(users, isTheirs)).toBe(0);
};
