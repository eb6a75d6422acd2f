import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { describe } from "vitest";
import {
  channelConnections,
  contactFences,
  erasureRequests,
  erasureRuns,
  metaIdentities,
  users,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import {
  cancelRequest,
  deauthorizeMetaUser,
  type ErasureContext,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { startRun } from "@/lib/erasure/start-run";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { fingerprint } from "@/lib/testing/fingerprint";
import { expect, test } from "@/lib/testing/roles-test";
import { underWay } from "@/lib/testing/under-way";

const refused = { fence: "LT001", privilege: "42501" } as const;

describe("while a workspace is being erased, who says SQL as the application", () => {
  test("cannot write to it, thaw it or end its run, whatever settings they make", async ({
    db,
    roles,
  }) => {
    const [doomed, open] = [await createWorkspace(db), await createWorkspace(db)];
    const worker = roles.worker.ctx({ type: "system" });
    const requestId = await schedule(
      roles.app.ctx({ type: "owner", userId: doomed.ownerId }),
      doomed,
    );
    await startRun(worker, requestId);
    const before = [await fingerprint(db, doomed.id), await db.select().from(erasureRuns)];
    const { sql } = roles.app;

    const insert = insertContact(doomed.id);
    const rename = `update contacts set name = 'Changed' where workspace_id = '${doomed.id}'`;
    const ofRun = `where request_id = '${requestId}'`;
    const attempts: [string[], string][] = [
      [["set local lethe.purging = 'on'", insert], refused.fence],
      [["set local lethe.purging = 'on'", rename], refused.fence],
      [[`set local lethe.open = '${doomed.id}'`, rename], refused.fence],
      [[`set local lethe.open = '${doomed.id}'`, insertContact(open.id), insert], refused.fence],
      // A note that was made for another workspace, in the same transaction.
      [[insertContact(open.id), insertContact(open.id), insert], refused.fence],
      [["select fence.note(id) from workspaces"], refused.privilege],
      [["select value from fence.secret"], refused.privilege],
      [
        [`update workspaces set state = 'active' where id = '${doomed.id}'`, insert],
        refused.privilege,
      ],
      [
        ["set local lethe.purging = 'on'", `update workspaces set state = 'active'`],
        refused.privilege,
      ],
      [[`update erasure_runs set state = 'done' ${ofRun}`], refused.privilege],
      [[`update erasure_runs set subjects = '[]' ${ofRun}`], refused.privilege],
      [[`update erasure_runs set request_id = gen_random_uuid() ${ofRun}`], refused.privilege],
      [["delete from erasure_runs"], refused.privilege],
    ];
    for (const [statements, code] of attempts) {
      expect([statements, await outcomeOf(sql, statements)]).toEqual([statements, code]);
    }

    expect([await fingerprint(db, doomed.id), await db.select().from(erasureRuns)]).toEqual(before);
    // The worker, who carries it out, passes; and the app still writes where nothing is frozen.
    expect(await outcomeOf(roles.worker.sql, ["set local lethe.purging = 'on'", rename])).toBe(
      "done",
    );
    expect(await outcomeOf(sql, [insertContact(open.id), insertContact(open.id)])).toBe("done");
  });

  test("cannot use a note again that they read when the workspace was open", async ({
    db,
    roles,
  }) => {
    const mine = await createWorkspace(db);
    const note = await roles.app.sql.begin(async (tx) => {
      for (let row = 0; row < 2; row++) await tx.unsafe(insertContact(mine.id));
      const [setting] = await tx<{ note: string }[]>`select current_setting('lethe.open') as note`;
      return setting?.note ?? "";
    });
    expect(note).toMatch(/^[0-9a-f]{64}$/);
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, mine.id));
    const before = await fingerprint(db, mine.id);

    const rename = `update contacts set name = 'Changed' where workspace_id = '${mine.id}'`;
    expect(await outcomeOf(roles.app.sql, [`set local lethe.open = '${note}'`, rename])).toBe(
      refused.fence,
    );

    expect(await fingerprint(db, mine.id)).toEqual(before);
  });

  test("can end what a person authorised there, and nothing else", async ({ db, roles }) => {
    const [frozen, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await db
      .insert(metaIdentities)
      .values({ userId: frozen.ownerId, metaUserId: "1000200030004000" });
    for (const { id, ownerId } of [frozen, neighbour]) {
      const connection = {
        displayName: "Line",
        accessToken: "ciphertext",
        authorizedByUserId: ownerId,
      };
      await db.insert(channelConnections).values([
        { ...connection, workspaceId: id, kind: "instagram" },
        { ...connection, workspaceId: id, kind: "telegram" },
      ]);
    }
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, frozen.id));
    const before = await fingerprint(db, neighbour.id);

    await roles.app.ctx({ type: "meta" }).db.transaction(async (tx) => {
      const ctx = { ...roles.app.ctx({ type: "meta" }), db: tx as unknown as ErasureContext["db"] };
      await deauthorizeMetaUser(ctx, { metaUserId: "1000200030004000" });
    });

    const connections = await db
      .select({ kind: channelConnections.kind, token: channelConnections.accessToken })
      .from(channelConnections)
      .where(eq(channelConnections.workspaceId, frozen.id));
    const kept = connections.filter(({ token }) => token !== null);
    expect(kept.map(({ kind }) => kind)).toEqual(["telegram"]);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });
});

describe("while a contact is being erased, who says SQL as the application", () => {
  test("cannot write to it, take its fence away or forget that there is one; nor ever after", async ({
    db,
    roles,
  }) => {
    const mine = await createWorkspace(db);
    const contactId = mine.contactIds[0] ?? "";
    const worker = roles.worker.ctx({ type: "system" });
    const owner = roles.app.ctx({ type: "owner", userId: mine.ownerId });
    await scheduleContactErasure(owner, { workspaceId: mine.id, contactId });
    await startRun(worker, await onlyRequest(db));
    const before = [await fingerprint(db, mine.id), await db.select().from(contactFences)];
    const { sql } = roles.app;

    const rename = `update contacts set name = 'Changed' where id = '${contactId}'`;
    const attempts: [string[], string][] = [
      [["set local lethe.purging = 'on'", rename], refused.fence],
      [["delete from contact_fences", rename], refused.privilege],
      [["update contact_fences set contact_id = gen_random_uuid()", rename], refused.privilege],
      [["update workspaces set frozen_contacts = 0", rename], refused.privilege],
      [["delete from address_tombstones"], refused.privilege],
    ];
    for (const [statements, code] of attempts) {
      expect([statements, await outcomeOf(sql, statements)]).toEqual([statements, code]);
    }
    expect([await fingerprint(db, mine.id), await db.select().from(contactFences)]).toEqual(before);

    await db.update(contactFences).set({ erasedAt: new Date(), requestId: null });
    expect(await outcomeOf(sql, ["delete from contact_fences"])).toBe(refused.privilege);
  });
});

describe("what is frozen and has no run yet", () => {
  test("is given back by the application: a workspace, a contact, an account", async ({
    db,
    roles,
  }) => {
    const [whole, one] = [await createWorkspace(db), await createWorkspace(db)];
    const worker = roles.worker.ctx({ type: "system" });
    const operator = roles.app.ctx({ type: "operator", userId: newId() });
    const contactId = one.contactIds[0] ?? "";
    const before = [await fingerprint(db, whole.id), await fingerprint(db, one.id)];

    // Somebody is writing when each run starts: it freezes, and waits.
    for (const [workspace, ask] of [
      [whole, (ctx: ErasureContext) => schedule(ctx, whole)],
      [
        one,
        async (ctx: ErasureContext) => {
          await scheduleContactErasure(ctx, { workspaceId: one.id, contactId });
          return await onlyRequest(db);
        },
      ],
    ] as const) {
      const requestId = await ask(roles.app.ctx({ type: "owner", userId: workspace.ownerId }));
      const writer = await underWay(db, async (tx) => {
        await tx.execute(`update contacts set name = name where workspace_id = '${workspace.id}'`);
      });
      expect(await startRun(worker, requestId)).toBe(false);
      await writer.commit();
      const [frozen] = await db.select().from(workspaces).where(eq(workspaces.id, workspace.id));
      expect(frozen?.state === "frozen" || frozen?.frozenContacts === 1).toBe(true);

      await cancelRequest(operator, { requestId });
    }
    await db.update(users).set({ frozenAt: new Date() }).where(eq(users.id, one.ownerId));
    expect(
      await outcomeOf(roles.app.sql, [
        `update users set frozen_at = null where id = '${one.ownerId}'`,
      ]),
    ).toBe("done");

    expect([await fingerprint(db, whole.id), await fingerprint(db, one.id)]).toEqual(before);
    expect(await outcomeOf(roles.app.sql, [insertContact(whole.id), insertContact(one.id)])).toBe(
      "done",
    );
  });
});

function insertContact(workspaceId: string): string {
  return `insert into contacts (workspace_id, id, name) values ('${workspaceId}', gen_random_uuid(), 'New')`;
}

/** All in one transaction that leaves nothing behind. */
async function outcomeOf(sql: postgres.Sql, statements: readonly string[]): Promise<string> {
  class Undone extends Error {}
  try {
    await sql.begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return "done";
    return String(Reflect.get(Object(error), "code"));
  }
  return "committed";
}

async function schedule(ctx: ErasureContext, { id, slug }: TestWorkspace): Promise<string> {
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
  return await onlyRequest(ctx.db);
}

async function onlyRequest(db: ErasureContext["db"]): Promise<string> {
  const requests = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.state, "scheduled"));
  expect(requests).toHaveLength(1);
  return requests[0]?.id ?? "";
}
