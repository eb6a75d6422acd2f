import { eq, sql } from "drizzle-orm";
import {
  erasureFileSteps,
  erasureRequests,
  erasureRuns,
  messages,
  requestFiles,
  storedObjects,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { storeObject } from "@/lib/files";
import { expect, test } from "@/lib/testing/files-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { heapInUse, megabyte } from "@/lib/testing/heap-in-use";
import { fillWithoutMemory } from "@/lib/testing/s3/fill-without-memory";
import type { S3Server } from "@/lib/testing/s3/s3-server";
import type { Db, ErasureContext } from "../context";
import { caseRun } from "../desk/case-run";
import { scheduleWorkspaceErasure } from "../schedule-workspace-erasure";
import { advanceToEnd } from "../testing/advance-to-end";

const minute = 60_000;

test("a workspace's bytes go before its rows, thousands and strays too, and nobody else's", async ({
  db,
  as,
  files,
  server,
  workspace,
}) => {
  const [doomed, neighbour] = [await workspace(), await workspace()];
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
  await fill(db, server, doomed.id, 1_200);
  await fill(db, server, neighbour.id, 3);
  server.objects.put(`workspaces/${doomed.id}/stray`, Buffer.from("no row leads here"));
  const before = {
    rows: await fingerprint(db, neighbour.id),
    bytes: bytesOf(server, neighbour.id),
  };
  const requestId = await schedule(ctx, doomed);
  await handIn(files, requestId);
  let rowsAtDelete = 0;
  server.pause = async ({ operation }) => {
    if (operation === "DeleteObjects") rowsAtDelete = await countObjects(db, doomed.id);
  };

  await advanceToEnd(ctx, requestId);

  expect(await stateOf(db, requestId)).toMatch(/^completed/);
  expect(rowsAtDelete).toBeGreaterThanOrEqual(1_200);
  expect(bytesOf(server, doomed.id)).toEqual([]);
  expect(await files.store.countLeft("requests/")).toBe(0);
  expect(await db.select().from(requestFiles)).toEqual([]);
  expect(await db.select().from(erasureFileSteps)).toMatchObject([
    { state: "done", plannedFiles: 1_201, doneFiles: 1_201, failures: 0 },
  ]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before.rows);
  expect(bytesOf(server, neighbour.id)).toEqual(before.bytes);
});

test("a store that is down holds up its own rows alone, and the run goes on when it is back", async ({
  db,
  as,
  clock,
  files,
  server,
  workspace,
}) => {
  const doomed = await workspace();
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
  await fill(db, server, doomed.id, 5);
  const requestId = await schedule(ctx, doomed);
  server.fault = ({ operation }) => (operation.startsWith("Delete") ? "fails" : undefined);

  await expect(advanceToEnd(ctx, requestId)).rejects.toThrow(/AccessDenied/);

  expect(await db.$count(messages, eq(messages.workspaceId, doomed.id))).toBe(0);
  expect(await countObjects(db, doomed.id)).toBe(5);
  expect(await db.$count(workspaces, eq(workspaces.id, doomed.id))).toBe(1);
  expect(await stateOf(db, requestId)).toBe("purging");
  expect(await db.select().from(erasureFileSteps)).toMatchObject([
    { state: "running", failures: 1, lastError: "AccessDenied" },
  ]);
  const staff = as({ type: "operator", userId: newId() });
  const onDesk = { state: "running", planned: 5, done: 0, failures: 1, lastError: "AccessDenied" };
  expect((await caseRun(staff, requestId))?.files).toEqual([onDesk]);

  server.fault = () => undefined;
  clock.advance(minute + 1);
  await advanceToEnd(ctx, requestId);
  expect(await stateOf(db, requestId)).toMatch(/^completed/);
  expect(bytesOf(server, doomed.id)).toEqual([]);
});

test("a store that will never do it ends as failed, with the place named", async ({
  db,
  as,
  clock,
  files,
  server,
  workspace,
}) => {
  const doomed = await workspace();
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
  await fill(db, server, doomed.id, 5);
  const requestId = await schedule(ctx, doomed);
  server.fault = ({ operation }) => (operation.startsWith("Delete") ? "fails" : undefined);

  for (let attempt = 1; attempt < 5; attempt++) {
    await expect(advanceToEnd(ctx, requestId)).rejects.toThrow(/AccessDenied/);
    clock.advance(minute + 1);
  }
  expect(await advanceToEnd(ctx, requestId)).toBe("failed");

  const [run] = await db.select({ residue: erasureRuns.residue }).from(erasureRuns);
  expect(run?.residue).toEqual(
    expect.arrayContaining([{ kind: "file", table: "stored_objects", column: null, rows: 5 }]),
  );
  expect(bytesOf(server, doomed.id)).toHaveLength(5);
});

test("an upload that began before the freeze is waited for", async ({
  db,
  as,
  clock,
  files,
  server,
  workspace,
}) => {
  const doomed = await workspace();
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
  const [key] = await fill(db, server, doomed.id, 1, {
    state: "pending",
    uploadUntil: new Date(clock.now().getTime() + 2 * minute),
  });
  const requestId = await schedule(ctx, doomed);

  expect(await advanceToEnd(ctx, requestId)).toBe("finished");
  expect(await stateOf(db, requestId)).toBe("purging");
  expect(await countObjects(db, doomed.id)).toBe(1);
  server.objects.put(key ?? "", Buffer.from("late"));

  clock.advance(2 * minute + 1);
  await advanceToEnd(ctx, requestId);
  expect(await stateOf(db, requestId)).toMatch(/^completed/);
  expect(bytesOf(server, doomed.id)).toEqual([]);
});

test("a worker that dies between bytes and rows leaves rows that lead nowhere, and the next ends it", async ({
  db,
  as,
  clock,
  files,
  server,
  workspace,
}) => {
  const [doomed, neighbour] = [await workspace(), await workspace()];
  await fill(db, server, doomed.id, 5);
  await fill(db, server, neighbour.id, 2);
  const before = [await fingerprint(db, neighbour.id), bytesOf(server, neighbour.id)];
  const { store } = files;
  const dying = {
    ...store,
    async erasePage(prefix: string, signal?: AbortSignal) {
      const erased = await store.erasePage(prefix, signal);
      if (erased > 0) throw new Error("killed");
      return erased;
    },
  };
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: dying };
  const requestId = await schedule(ctx, doomed);

  await expect(advanceToEnd(ctx, requestId)).rejects.toThrow("killed");
  expect(bytesOf(server, doomed.id)).toEqual([]);
  expect(await countObjects(db, doomed.id)).toBe(5);
  expect(await stateOf(db, requestId)).toBe("purging");

  clock.advance(minute + 1);
  await advanceToEnd({ ...ctx, files: store }, requestId);
  expect(await stateOf(db, requestId)).toMatch(/^completed/);
  expect(await countObjects(db, doomed.id)).toBe(0);
  expect(await db.select().from(erasureFileSteps)).toMatchObject([
    { state: "done", plannedFiles: 5, doneFiles: 5, failures: 1 },
  ]);
  expect([await fingerprint(db, neighbour.id), bytesOf(server, neighbour.id)]).toEqual(before);
});

test("more than 100,000 files of one workspace go in flat memory", { timeout: 300_000 }, async ({
  db,
  as,
  files,
  server,
  workspace,
}) => {
  const many = 100_500;
  const [doomed, neighbour] = [await workspace(), await workspace()];
  const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
  await db.execute(sql`
    insert into ${storedObjects} (workspace_id, id, key, purpose, state, mime_type, upload_until)
    select ${doomed.id}::uuid, gen_random_uuid(), 'workspaces/' || ${doomed.id} || '/' || n,
      'media', 'stored', 'image/png', to_timestamp(0)
    from generate_series(1, ${many}::int) n`);
  const left = fillWithoutMemory(server, many, `workspaces/${doomed.id}/`);
  const before = await fingerprint(db, neighbour.id);
  const requestId = await schedule(ctx, doomed);
  const heap: number[] = [];
  server.pause = async ({ operation }) => {
    if (operation !== "DeleteObjects") return;
    if (left() % 20_000 < 1_000) heap.push(heapInUse());
    server.calls.length = 0;
  };

  await advanceToEnd(ctx, requestId);

  expect(await stateOf(db, requestId)).toMatch(/^completed/);
  expect(left()).toBe(0);
  expect(await countObjects(db, doomed.id)).toBe(0);
  expect(await db.select().from(erasureFileSteps)).toMatchObject([
    { state: "done", plannedFiles: many, doneFiles: many },
  ]);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
  const [first = 0, ...later] = heap;
  expect(later.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...later) - first).toBeLessThan(10 * megabyte);
});

const versioned = test.extend<{ isVersioned: boolean }>({ isVersioned: true });

versioned(
  "old versions and delete markers go, too, at the pace of a store that is busy",
  async ({ db, as, files, server, workspace }) => {
    const [doomed, neighbour] = [await workspace(), await workspace()];
    const ctx = { ...as({ type: "owner", userId: doomed.ownerId }), files: files.store };
    for (const { id } of [doomed, neighbour]) {
      const [replaced = "", hidden = ""] = await fill(db, server, id, 3);
      server.objects.put(replaced, Buffer.from("newer"));
      server.objects.delete(hidden);
    }
    const before = bytesOf(server, neighbour.id);
    expect(before).toHaveLength(3);
    const requestId = await schedule(ctx, doomed);
    let busy = 2;
    server.fault = ({ operation }) =>
      operation === "DeleteObjects" && busy-- > 0 ? "slow_down" : undefined;

    await advanceToEnd(ctx, requestId);

    expect(await stateOf(db, requestId)).toMatch(/^completed/);
    expect(busy).toBeLessThan(0);
    expect(bytesOf(server, doomed.id)).toEqual([]);
    expect(bytesOf(server, neighbour.id)).toEqual(before);
    expect(await db.select().from(erasureFileSteps)).toMatchObject([
      { state: "done", failures: 0 },
    ]);
  },
);

async function schedule(ctx: ErasureContext, { id, slug }: { id: string; slug: string }) {
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.subjectId, id));
  return request?.id ?? "";
}

async function stateOf(db: Db, requestId: string): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}

async function fill(
  db: Db,
  server: S3Server,
  workspaceId: string,
  count: number,
  is: Partial<typeof storedObjects.$inferInsert> = {},
): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    const id = newId();
    return {
      ...{ workspaceId, id, key: `workspaces/${workspaceId}/${id}`, purpose: "media" as const },
      ...{ state: "stored" as const, mimeType: "image/png", uploadUntil: new Date(0), ...is },
    };
  });
  await db.insert(storedObjects).values(rows);
  for (const { key, state } of rows) {
    if (state === "stored") server.objects.put(key, Buffer.from(key));
  }
  return rows.map(({ key }) => key);
}

async function handIn(files: Parameters<typeof storeObject>[0], requestId: string): Promise<void> {
  const body = (async function* () {
    yield Buffer.from("a proof");
  })();
  await storeObject(files, { owner: { requestId }, mimeType: "image/png", body });
}

async function countObjects(db: Db, workspaceId: string): Promise<number> {
  return await db.$count(storedObjects, eq(storedObjects.workspaceId, workspaceId));
}

function bytesOf(server: S3Server, workspaceId: string): string[] {
  return [...server.objects.under(`workspaces/${workspaceId}/`)].map(
    ([key, versions]) => `${key} ${versions.map(({ body }) => body).join()}`,
  );
}
