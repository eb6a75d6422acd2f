import { and, eq } from "drizzle-orm";
import { beforeEach, describe, vi } from "vitest";
import { z } from "zod";
import { memberships } from "@/db/schema";
import { ErasureError } from "@/lib/erasure";
import type { Db } from "@/lib/erasure/context";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/database-test";
import { workspaceAction } from "./action";

type Glue = { db: Db | null; userId: string | null };

/** What surrounds an action: the process's database, and who is signed in. */
const glue = vi.hoisted((): Glue => ({ db: null, userId: null }));

vi.mock("server-only", () => ({}));
vi.mock("@/lib/database", () => ({ database: () => glue }));
vi.mock("./auth", () => ({
  currentUser: async () => (glue.userId === null ? null : { id: glue.userId }),
}));

const Rename = z.object({ workspaceId: z.uuid(), name: z.string().max(5, "Keep this short.") });
const act = vi.fn<Parameters<typeof workspaceAction<typeof Rename, string>>[2]>();
const rename = workspaceAction("let_agents_erase", Rename, act);

beforeEach(() => {
  glue.userId = null;
  act.mockReset().mockResolvedValue("renamed");
});

describe("an action on a workspace", () => {
  test("acts for its owner and its admins, in the role they have", async ({ db }) => {
    const mine = await createWorkspace(db);
    await setRole(db, mine.id, mine.agentId, "admin");

    for (const [userId, role] of [
      [mine.ownerId, "owner"],
      [mine.agentId, "admin"],
    ] as const) {
      signIn(db, userId);
      const input = { workspaceId: mine.id, name: "Acme" };
      expect(await rename(input)).toEqual({ ok: true, value: "renamed" });
      expect(act).toHaveBeenLastCalledWith({ userId, role, workspaceId: mine.id }, input);
    }
  });

  test("refuses everybody else alike, before it looks at their input", async ({ db }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const absent = "018f0000-0000-7000-8000-000000000000";

    for (const [userId, workspaceId] of [
      [null, mine.id],
      [mine.agentId, mine.id],
      [neighbour.ownerId, mine.id],
      [mine.ownerId, absent],
      [mine.ownerId, "not an id"],
    ] as const) {
      signIn(db, userId);
      for (const name of ["Acme", "far too long"]) {
        expect(await rename({ workspaceId, name })).toEqual({ ok: false, code: "not_authorised" });
      }
    }
    expect(act).not.toHaveBeenCalled();
  });

  test("asks the database again on every call", async ({ db }) => {
    const mine = await createWorkspace(db);
    signIn(db, mine.ownerId);
    const input = { workspaceId: mine.id, name: "Acme" };
    expect(await rename(input)).toMatchObject({ ok: true });

    await setRole(db, mine.id, mine.ownerId, "agent");
    expect(await rename(input)).toEqual({ ok: false, code: "not_authorised" });
  });

  test("says what is wrong with the input, and does not act on it", async ({ db }) => {
    const mine = await createWorkspace(db);
    signIn(db, mine.ownerId);

    expect(await rename({ workspaceId: mine.id, name: "far too long" })).toEqual({
      ok: false,
      code: "invalid_input",
      issues: [{ path: "name", message: "Keep this short." }],
    });
    expect(act).not.toHaveBeenCalled();
  });

  test("answers with the domain's refusals, and of everything else says nothing", async ({
    db,
  }) => {
    const mine = await createWorkspace(db);
    signIn(db, mine.ownerId);
    const input = { workspaceId: mine.id, name: "Acme" };

    act.mockRejectedValueOnce(new ErasureError("on_hold", "for engineers"));
    expect(await rename(input)).toEqual({ ok: false, code: "on_hold" });

    act.mockRejectedValueOnce(new TypeError("a row (zoe@example.test)"));
    await expect(rename(input)).rejects.toThrow(/^Unavailable$/);
  });
});

function signIn(db: Db, userId: string | null): void {
  Object.assign(glue, { db, userId });
}

async function setRole(db: Db, workspaceId: string, userId: string, role: "admin" | "agent") {
  await db
    .update(memberships)
    .set({ role })
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
}
