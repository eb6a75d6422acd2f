import { eq, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { underWay } from "@/lib/testing/under-way";
import { advanceRun } from "./advance-run";
import type { Db, Tx } from "./context";
import { isFenced } from "./is-fenced";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { startRun } from "./start-run";
import { waitForWriters } from "./wait-for-writers";

const { contacts, erasureRequests, erasureSteps, integrationSettings, workspaces } = schema;

describe("the fence", () => {
  test("stands around every table of a workspace", async ({ sql: client }) => {
    const tables = Object.values(schema).flatMap((value) =>
      is(value, PgTable) && "workspaceId" in value ? [getTableConfig(value).name] : [],
    );
    const fenced = await client<{ table: string }[]>`
      select tgrelid::regclass::text as table from pg_trigger
      where tgname in ('fence_inserts', 'fence_updates') and tgenabled = 'O'
      group by 1 having count(*) = 2 order by 1`;

    expect(fenced.map(({ table }) => table)).toEqual(tables.sort());
  });

  test("refuses inserts, updates, COPY and rows moved in, and lets the neighbour write", async ({
    db,
  }) => {
    const [frozen, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, frozen.id));
    const before = await fingerprint(db, frozen.id);

    const attempts: [string, () => Promise<unknown>][] = [
      ["insert", () => insertContact(db, frozen.id)],
      [
        "update",
        () =>
          db.update(contacts).set({ name: "Changed" }).where(eq(contacts.workspaceId, frozen.id)),
      ],
      [
        "move out",
        () =>
          db
            .update(integrationSettings)
            .set({ workspaceId: neighbour.id, kind: "moved" })
            .where(eq(integrationSettings.workspaceId, frozen.id)),
      ],
      [
        "move in",
        () =>
          db
            .update(integrationSettings)
            .set({ workspaceId: frozen.id, kind: "moved" })
            .where(eq(integrationSettings.workspaceId, neighbour.id)),
      ],
      [
        "copy",
        () =>
          db.execute(
            sql.raw(
              `copy tags (workspace_id, id, name, color) from program 'echo ${frozen.id},${newId()},copied,red' with csv`,
            ),
          ),
      ],
      ["audit", () => insertAudit(db, frozen.id)],
    ];
    for (const [name, attempt] of attempts) {
      await expect(attempt(), name).rejects.toSatisfy(isFenced);
    }
    await insertContact(db, neighbour.id);
    await insertAudit(db, neighbour.id);

    expect(await fingerprint(db, frozen.id)).toEqual(before);
  });

  test("still refuses when the workspace is gone, also where nothing refers to it", async ({
    db,
    as,
    system,
  }) => {
    const doomed = await createWorkspace(db);
    await scheduleWorkspaceErasure(as({ type: "owner", userId: doomed.ownerId }), {
      workspaceId: doomed.id,
      confirmSlug: doomed.slug,
    });
    const [request] = await db.select().from(erasureRequests);
    while ((await advanceRun(system, request?.id ?? "")) === "again");
    const after = await fingerprint(db, doomed.id);

    await expect(insertAudit(db, doomed.id)).rejects.toSatisfy(isFenced);
    await expect(insertContact(db, doomed.id)).rejects.toThrow();

    expect(await fingerprint(db, doomed.id)).toEqual(after);
  });

  test("lets a transaction that was refused once go on, with nothing of it kept", async ({
    db,
  }) => {
    const [frozen, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await freeze(db, frozen.id);
    const before = await fingerprint(db, frozen.id);

    await db.transaction(async (tx) => {
      await insertContact(tx, neighbour.id);
      for (let attempt = 0; attempt < 2; attempt++) {
        await expect(tx.transaction((own) => insertContact(own, frozen.id))).rejects.toSatisfy(
          isFenced,
        );
      }
      await insertContact(tx, neighbour.id);
    });

    expect(await fingerprint(db, frozen.id)).toEqual(before);
    expect(await db.$count(contacts, eq(contacts.workspaceId, neighbour.id))).toBe(5);
  });

  test("does not take a look that was rolled back for one that holds", async ({ db }) => {
    const [mine, other] = [await createWorkspace(db), await createWorkspace(db)];

    await db.transaction(async (tx) => {
      await insertContact(tx, other.id);
      await tx
        .transaction(async (own) => {
          await insertContact(own, mine.id);
          throw new Error("Rolled back to the savepoint.");
        })
        .catch(() => {});
      expect(await writersOf(db, mine.id)).toHaveLength(0);
      await freeze(db, mine.id);
      await expect(tx.transaction((own) => insertContact(own, mine.id))).rejects.toSatisfy(
        isFenced,
      );
    });
  });

  test("does not trust a snapshot that is older than the freeze", async ({ db }) => {
    for (const write of [insertContact, insertAudit, renameContacts]) {
      const mine = await createWorkspace(db);
      const before = await fingerprint(db, mine.id);
      const attempt = db.transaction(
        async (tx) => {
          await tx.execute(sql`select 1`);
          await freeze(db, mine.id);
          await write(tx, mine.id);
        },
        { isolationLevel: "repeatable read" },
      );

      await expect(attempt, write.name).rejects.toMatchObject({ cause: { code: "40001" } });
      expect(await fingerprint(db, mine.id)).toEqual(before);
    }
  });

  test("is up at once for who comes, and a run starts when who was writing has ended", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    await scheduleWorkspaceErasure(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      confirmSlug: mine.slug,
    });
    const [request] = await db.select().from(erasureRequests);
    const writer = await underWay(db, (tx) => insertAudit(tx, mine.id));
    const stranger = await underWay(db, (tx) => insertContact(tx, neighbour.id));

    const starting = startRun(system, request?.id ?? "");
    await expect.poll(() => isFrozen(db, mine.id)).toBe(true);
    await expect(insertContact(db, mine.id)).rejects.toSatisfy(isFenced);
    for (let row = 0; row < 30; row++) await insertContact(db, neighbour.id);
    expect(await db.$count(schema.erasureRuns)).toBe(0);
    await writer.commit();

    expect(await starting).toBe(true);
    const [audited] = await db
      .select()
      .from(erasureSteps)
      .where(eq(erasureSteps.tableName, "audit_log"));
    expect(audited?.plannedRows).toBe(2);
    await stranger.commit();
  });

  test("a run is not started while somebody writes for longer than it has patience", async ({
    db,
  }) => {
    const mine = await createWorkspace(db);
    const writer = await underWay(db, (tx) => insertContact(tx, mine.id));

    expect(await waitForWriters(db, mine.id, 1, { boundMs: 50, pollMs: 5 })).toBe(false);
    await writer.commit();
    expect(await waitForWriters(db, mine.id, 1, { boundMs: 50, pollMs: 5 })).toBe(true);
  });
});

async function freeze(db: Db, workspaceId: string): Promise<void> {
  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, workspaceId));
}

async function isFrozen(db: Db, workspaceId: string): Promise<boolean> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspace?.state === "frozen";
}

async function writersOf(db: Db, workspaceId: string): Promise<unknown> {
  return await db.execute(sql`select writers_of_workspace(${workspaceId})`);
}

async function insertContact(db: Db | Tx, workspaceId: string): Promise<void> {
  await db.insert(contacts).values({ workspaceId, name: "Late" });
}

async function renameContacts(db: Db | Tx, workspaceId: string): Promise<void> {
  await db.update(contacts).set({ name: "Late" }).where(eq(contacts.workspaceId, workspaceId));
}

async function insertAudit(db: Db | Tx, workspaceId: string): Promise<void> {
  await db.insert(schema.auditLog).values({
    workspaceId,
    occurredAt: new Date(0),
    action: "late.write",
    actorKind: "system",
  });
}
