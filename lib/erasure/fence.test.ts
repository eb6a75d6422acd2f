import { setTimeout } from "node:timers/promises";
import { eq, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { connect } from "@/db/client";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import type { Db } from "./context";
import { paced } from "./engine";
import { isFenced } from "./is-fenced";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";

const { contacts, erasureRequests, integrationSettings, messages, workspaces } = schema;

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

  test("holds against sixteen writers who hammer during freeze, purge and verification", async ({
    db,
    databaseUrl,
    as,
    system,
    onTestFinished,
  }) => {
    const [doomed, neighbour] = [
      await createWorkspace(db, { contacts: 6, messages: 20 }),
      await createWorkspace(db),
    ];
    const [conversation] = await db
      .select({ id: schema.conversations.id })
      .from(schema.conversations)
      .where(eq(schema.conversations.workspaceId, doomed.id));
    const before = await fingerprint(db, neighbour.id);
    const others = connect(databaseUrl, { max: 16 });
    let isOver = false;
    onTestFinished(() => {
      isOver = true;
    });
    let [written, refused, unexpected] = [0, 0, 0];
    const write = async (writer: number) => {
      while (!isOver) {
        try {
          if (writer % 2 === 0) await insertContact(others.db, doomed.id);
          else await insertMessage(others.db, doomed.id, conversation?.id ?? "");
          written += 1;
        } catch (error) {
          const isForeignKey = error instanceof Error && /foreign key/.test(String(error.cause));
          if (isFenced(error) || isForeignKey) refused += 1;
          else unexpected += 1;
        }
        // Otherwise they would write faster than a purge of five rows a batch can take.
        await setTimeout(5);
      }
    };
    const writers = Array.from({ length: 16 }, (_, writer) => write(writer));
    await expect.poll(() => written).toBeGreaterThan(16);
    await scheduleWorkspaceErasure(as({ type: "owner", userId: doomed.ownerId }), {
      workspaceId: doomed.id,
      confirmSlug: doomed.slug,
    });
    const [request] = await db.select().from(erasureRequests);
    const purge = paced({ budgetMs: 20, minRows: 1, maxRows: 20 });
    while ((await advanceRun(system, request?.id ?? "", purge)) === "again");
    isOver = true;
    await Promise.all(writers);
    await others.close();

    const [ended] = await db.select().from(erasureRequests);
    expect(ended?.state).toBe("completed_with_retentions");
    expect(await db.select().from(messages).where(eq(messages.workspaceId, doomed.id))).toEqual([]);
    expect(await db.select().from(contacts).where(eq(contacts.workspaceId, doomed.id))).toEqual([]);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect(refused).toBeGreaterThan(0);
    expect(unexpected).toBe(0);
  });
});

async function insertContact(db: Db, workspaceId: string): Promise<void> {
  await db.insert(contacts).values({ workspaceId, name: "Late" });
}

async function insertMessage(db: Db, workspaceId: string, conversationId: string): Promise<void> {
  await db
    .insert(messages)
    .values({ workspaceId, conversationId, direction: "inbound", kind: "text", body: "Late" });
}

async function insertAudit(db: Db, workspaceId: string): Promise<void> {
  await db.insert(schema.auditLog).values({
    workspaceId,
    occurredAt: new Date(0),
    action: "late.write",
    actorKind: "system",
  });
}
