import { inArray } from "drizzle-orm";
import { contacts, erasureFileSteps, erasureRequests, storedObjects } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/files-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import type { S3Server } from "@/lib/testing/s3/s3-server";
import { advanceRun } from "../advance-run";
import type { Db, ErasureContext } from "../context";
import { scheduleContactsErasure } from "../schedule-contacts-erasure";

const minute = 60_000;

test("many contacts' bytes go in a few calls, strays and halves too, and nobody else's", async ({
  db,
  as,
  files,
  server,
}) => {
  const mine = await crowd(db, 1_300);
  const neighbour = await createWorkspace(db, { contacts: 2 });
  const doomed = mine.contactIds.filter((_, at) => at % 13 !== 0);
  const staying = mine.contactIds.filter((_, at) => at % 13 === 0);
  for (const id of staying) await fill(db, server, mine, id);
  for (const id of neighbour.contactIds) await fill(db, server, neighbour, id);
  // Four hundred of the doomed have a file; one of those has lain under the workspace since before.
  for (const id of doomed.slice(0, 400)) await fill(db, server, mine, id);
  await fill(db, server, mine, doomed[0] ?? "", `workspaces/${mine.id}/${newId()}`);
  server.objects.put(`${folderOf(mine, doomed[700])}stray`, Buffer.from("no row leads here"));
  server.uploads.set("half", { key: `${folderOf(mine, doomed[900])}half`, parts: new Map() });
  const before = [await fingerprint(db, neighbour.id), keysOf(server, [...staying, neighbour.id])];
  const ctx = { ...as({ type: "owner", userId: mine.ownerId }), files: files.store };
  const requestId = await schedule(ctx, mine, doomed);
  server.calls.length = 0;

  await finish(ctx, requestId);

  expect(await stateOf(db)).toMatch(/^completed/);
  expect(keysOf(server, doomed)).toEqual([]);
  expect(server.uploads.size).toBe(0);
  expect(await db.$count(storedObjects, inArray(storedObjects.contactId, doomed))).toBe(0);
  expect([await fingerprint(db, neighbour.id), keysOf(server, [...staying, neighbour.id])]).toEqual(
    before,
  );
  expect(keysOf(server, staying)).toHaveLength(100);
  const steps = await db.select().from(erasureFileSteps);
  expect(steps.reduce((sum, { doneFiles }) => sum + doneFiles, 0)).toBe(401);
  expect(steps.every(({ state }) => state === "done")).toBe(true);
  expect(server.calls.length).toBeLessThan(60);
});

test("a worker that dies among many contacts' bytes leaves what the next one ends", async ({
  db,
  as,
  clock,
  files,
  server,
}) => {
  const mine = await crowd(db, 40);
  const [staying = "", ...doomed] = mine.contactIds;
  for (const id of mine.contactIds) await fill(db, server, mine, id);
  for (const id of doomed) server.objects.put(`${folderOf(mine, id)}stray`, Buffer.from("x"));
  const { store } = files;
  let pages = 0;
  const dying = {
    ...store,
    async erasePage(prefix: string, signal?: AbortSignal) {
      const erased = await store.erasePage(prefix, signal);
      if (++pages === 20) throw new Error("killed");
      return erased;
    },
  };
  const ctx = { ...as({ type: "owner", userId: mine.ownerId }), files: dying };
  const requestId = await schedule(ctx, mine, doomed);

  await expect(finish(ctx, requestId)).rejects.toThrow("killed");
  expect(keysOf(server, doomed)).toHaveLength(19);
  expect(await db.$count(storedObjects)).toBe(40);
  expect(await stateOf(db)).toBe("purging");

  clock.advance(minute + 1);
  await finish({ ...ctx, files: store }, requestId);
  expect(await stateOf(db)).toMatch(/^completed/);
  expect(keysOf(server, doomed)).toEqual([]);
  expect(keysOf(server, [staying])).toHaveLength(1);
  expect(await db.$count(storedObjects)).toBe(1);
});

test("bytes that a store says it has erased and has not fail many contacts' verification", async ({
  db,
  as,
  files,
  server,
}) => {
  const mine = await crowd(db, 30);
  const lying = {
    ...files.store,
    leadingEmpty: async (prefixes: readonly string[], signal?: AbortSignal) =>
      (await stateOf(db)) === "purging"
        ? prefixes.length
        : await files.store.leadingEmpty(prefixes, signal),
  };
  const ctx = { ...as({ type: "owner", userId: mine.ownerId }), files: lying };
  for (const id of mine.contactIds.slice(3, 6)) {
    server.objects.put(`${folderOf(mine, id)}stray`, Buffer.from("x"));
  }
  const requestId = await schedule(ctx, mine, mine.contactIds);

  expect(await finish(ctx, requestId)).toBe("failed");
  expect(keysOf(server, mine.contactIds)).toHaveLength(3);
});

test("bytes outside the contacts' folders that a store has kept keep the rows that lead there", async ({
  db,
  as,
  clock,
  files,
  server,
}) => {
  const mine = await crowd(db, 3);
  const [contactId = ""] = mine.contactIds;
  const key = `workspaces/${mine.id}/${newId()}`;
  await fill(db, server, mine, contactId, key);
  const lying = {
    ...files.store,
    erase: async () => {},
    erasePage: async (prefix: string, signal?: AbortSignal) =>
      key.startsWith(prefix) ? 0 : await files.store.erasePage(prefix, signal),
  };
  const ctx = { ...as({ type: "owner", userId: mine.ownerId }), files: lying };
  const requestId = await schedule(ctx, mine, mine.contactIds);

  for (let attempt = 1; attempt < 5; attempt++) {
    await expect(finish(ctx, requestId)).rejects.toThrow("still has a file");
    clock.advance(minute + 1);
  }
  expect(await finish(ctx, requestId)).toBe("failed");
  expect([...server.objects.under(key)]).toHaveLength(1);
  expect(await db.$count(storedObjects)).toBe(1);
});

test("halves of uploads outside the contacts' folders go with the rest", async ({
  db,
  as,
  files,
  server,
}) => {
  const mine = await crowd(db, 1);
  const key = `workspaces/${mine.id}/${newId()}`;
  await fill(db, server, mine, mine.contactIds[0] ?? "", key);
  server.uploads.set("half", { key, parts: new Map() });
  server.uploads.set("other's", { key: `workspaces/${mine.id}/${newId()}`, parts: new Map() });
  const ctx = { ...as({ type: "owner", userId: mine.ownerId }), files: files.store };
  const requestId = await schedule(ctx, mine, mine.contactIds);

  await finish(ctx, requestId);

  expect(await stateOf(db)).toMatch(/^completed/);
  expect([...server.objects.under(key)]).toEqual([]);
  expect([...server.uploads.keys()]).toEqual(["other's"]);
});

/** A workspace with so many contacts of whom nothing else is known. */
async function crowd(db: Db, size: number): Promise<TestWorkspace> {
  const workspace = await createWorkspace(db, { contacts: 0 });
  const contactIds = Array.from({ length: size }, () => newId());
  const rows = contactIds.map((id, at) => ({
    workspaceId: workspace.id,
    id,
    name: `Contact ${at}`,
  }));
  await db.insert(contacts).values(rows);
  return { ...workspace, contactIds };
}

function folderOf({ id }: TestWorkspace, contactId = ""): string {
  return `workspaces/${id}/contacts/${contactId}/`;
}

async function fill(
  db: Db,
  server: S3Server,
  workspace: TestWorkspace,
  contactId: string,
  key = `${folderOf(workspace, contactId)}${newId()}`,
): Promise<void> {
  await db.insert(storedObjects).values({
    ...{ workspaceId: workspace.id, contactId, key, purpose: "media" as const },
    ...{ state: "stored" as const, mimeType: "image/png", uploadUntil: new Date(0) },
  });
  server.objects.put(key, Buffer.from(key));
}

/** The keys that name any of these. */
function keysOf(server: S3Server, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  return [...server.objects.under("")]
    .map(([key]) => key)
    .filter((key) => key.split("/").some((part) => wanted.has(part)));
}

async function schedule(
  ctx: ErasureContext,
  { id: workspaceId }: TestWorkspace,
  contactIds: string[],
): Promise<string> {
  const chosen = inArray(contacts.id, contactIds);
  await scheduleContactsErasure(ctx, { workspaceId, chosen, expected: contactIds.length });
  const [request] = await ctx.db.select({ id: erasureRequests.id }).from(erasureRequests);
  return request?.id ?? "";
}

async function finish(ctx: ErasureContext, requestId: string): Promise<string> {
  for (;;) {
    const outcome = await advanceRun(ctx, requestId);
    // On a busy machine a start may wait for writers of other tests longer than it has patience.
    if (outcome === "again" || (await stateOf(ctx.db)) === "scheduled") continue;
    return outcome;
  }
}

async function stateOf(db: Db): Promise<string | undefined> {
  const [request] = await db.select({ state: erasureRequests.state }).from(erasureRequests);
  return request?.state;
}
