import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { eq, inArray, sql } from "drizzle-orm";
import {
  channelConnections,
  erasureReceipts,
  erasureRequests,
  erasureRuns,
  storedObjects,
  workspaceKeys,
  workspaces,
} from "@/db/schema";
import { encryptWithDataKey, type MasterKey, unwrapDataKey } from "@/lib/crypto";
import { scheduleWorkspaceErasure } from "@/lib/erasure";
import type { Db, ErasureContext } from "@/lib/erasure/context";
import { advanceToEnd } from "@/lib/erasure/testing/advance-to-end";
import { type FilesContext, openObject, storeObject } from "@/lib/files";
import { createSecretReader } from "@/lib/recipients/secret-reader";
import { takeSnapshot } from "@/lib/snapshots/take-snapshot";
import { expect, test } from "@/lib/testing/files-test";
import { keyPartAt, readKeyPart } from "./key-part";
import { partKeys } from "./part-keys";
import { rotateKeys } from "./rotate-keys";

test("a copy of the database from before an erasure opens nothing of it, with the master key in hand", async ({
  db,
  as,
  files,
  server,
  master,
  workspace,
}) => {
  const [doomed, neighbour] = [await workspace(), await workspace()];
  // `createWorkspace` puts a key there that is none.
  await db.delete(workspaceKeys).where(eq(workspaceKeys.wrappedKey, "wrapped"));
  const body = () => Readable.from([Buffer.from("a voice note")]);
  const store = async (workspaceId: string) => {
    const owner = { workspaceId, purpose: "media" as const };
    const { id } = await storeObject(files, { owner, mimeType: "audio/wav", body: body() });
    return { workspaceId, id };
  };
  const [lost, kept] = [await store(doomed.id), await store(neighbour.id)];
  const opens = async (file: typeof lost, ctx = files) => {
    const opened = await openObject(ctx, file);
    return opened && (await text(opened.body));
  };

  for (const { id } of [doomed, neighbour]) await giveToken(db, master, id);
  expect(await partKeys(files)).toBe(2);
  expect(await partKeys(files)).toBe(0);
  expect([await opens(lost), await opens(kept)]).toEqual(["a voice note", "a voice note"]);
  // A new master key wraps the outer half anew, and the parts stay as they are.
  const newest: MasterKey = { bytes: new Uint8Array(randomBytes(32)), older: [master.bytes] };
  expect(await rotateKeys(db, newest)).toEqual({ renewed: 2, frozen: 0, unknown: 0 });
  const ctx = { ...files, master: { ...newest, older: [] } };
  expect([await opens(lost, ctx), await opens(kept, ctx)]).toEqual([
    "a voice note",
    "a voice note",
  ]);
  const snapshot = await takeSnapshot(ctx, doomed.id);
  const snapshotOf = { workspaceId: doomed.id, id: snapshot?.id ?? "" };
  expect(await openObject(ctx, snapshotOf)).not.toBeNull();
  expect(await tokenIn(ctx, await copyOf(db, [doomed.id]))).toBe("the token");

  // Somebody copies the database and the encrypted files.
  const copy = await copyOf(db, [doomed.id, neighbour.id]);
  const bytes = copy.objects.map(({ key }) => [key, server.objects.read(key)?.body] as const);
  await erase({ ...as({ type: "owner", userId: doomed.ownerId }), files: files.store }, doomed);
  await bringBack(db, copy);
  for (const [key, stored] of bytes) if (stored) server.objects.put(key, stored);

  const keyOf = (workspaceId: string) =>
    copy.keys.find((key) => key.workspaceId === workspaceId) ?? expect.unreachable();
  const [doomedKey, neighbourKey] = [keyOf(doomed.id), keyOf(neighbour.id)];
  await expect(unwrapDataKey(ctx.master, { ...doomedKey, ownerId: doomed.id })).rejects.toThrow(
    /part is gone/,
  );
  const strange = { ...doomedKey, ownerId: doomed.id, part: new Uint8Array(32) };
  await expect(unwrapDataKey(ctx.master, strange)).rejects.toThrow();
  expect(server.objects.read(keyPartAt(doomedKey))).toBeNull();
  expect([await openObject(ctx, lost), await openObject(ctx, snapshotOf)]).toEqual([null, null]);

  expect(await tokenIn(ctx, { ...copy, keys: [doomedKey] })).toBeNull();

  expect(server.objects.read(keyPartAt(neighbourKey))?.body).toHaveLength(32);
  expect(await tokenIn(ctx, { ...copy, keys: [neighbourKey] })).toBe("the token");
  expect(await opens(kept, ctx)).toBe("a voice note");
});

test("a worker that dies before the row is written leaves a part that the next one uses, and two at once make one", async ({
  db,
  files,
  server,
  workspace,
}) => {
  const [one, frozen] = [await workspace(), await workspace()];
  await db.delete(workspaceKeys).where(eq(workspaceKeys.wrappedKey, "wrapped"));
  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, frozen.id));
  const dying = {
    ...files.store,
    async put(...what: Parameters<typeof files.store.put>) {
      await files.store.put(...what);
      throw new Error("killed");
    },
  };
  await expect(partKeys({ ...files, store: dying })).rejects.toThrow("not parted");
  const [key] = await db.select().from(workspaceKeys).where(eq(workspaceKeys.workspaceId, one.id));
  const left = server.objects.read(keyPartAt(key ?? expect.unreachable()))?.body;
  expect(left).toHaveLength(32);

  const parted = await Promise.all([partKeys(files), partKeys(files), partKeys(files)]);
  expect(parted.reduce((sum, many) => sum + many, 0)).toBe(1);
  expect(server.objects.read(keyPartAt(key ?? expect.unreachable()))?.body).toEqual(left);

  // Its erasure may have emptied the prefix already: what is put there now would be left behind.
  const [its] = await db
    .select()
    .from(workspaceKeys)
    .where(eq(workspaceKeys.workspaceId, frozen.id));
  expect(server.objects.read(keyPartAt(its ?? expect.unreachable()))).toBeNull();
});

test("no receipt is given while a part of the key is left", async ({
  db,
  as,
  files,
  server,
  workspace,
}) => {
  const doomed = await workspace();
  await db.delete(workspaceKeys).where(eq(workspaceKeys.wrappedKey, "wrapped"));
  await partKeys(files);
  const [key] = await db.select().from(workspaceKeys);
  const part = keyPartAt(key ?? expect.unreachable());
  const { store } = files;
  // It says that there was nothing to erase.
  const lying = {
    ...store,
    erasePage: async (prefix: string, signal?: AbortSignal) =>
      part.startsWith(prefix) ? 0 : await store.erasePage(prefix, signal),
  };
  const owner = { ...as({ type: "owner", userId: doomed.ownerId }), files: lying };
  await scheduleWorkspaceErasure(owner, { workspaceId: doomed.id, confirmSlug: doomed.slug });
  const [request] = await db.select().from(erasureRequests);

  expect(await advanceToEnd(owner, request?.id ?? "")).toBe("failed");
  expect(server.objects.read(part)?.body).toHaveLength(32);
  expect(await db.select({ residue: erasureRuns.residue }).from(erasureRuns)).toEqual([
    { residue: [{ kind: "file", table: "stored_objects", column: null, rows: 1 }] },
  ]);
  expect(await db.select().from(erasureReceipts)).toEqual([]);
});

/** Of the only channel that the workspace has. */
async function giveToken(db: Db, master: MasterKey, workspaceId: string): Promise<void> {
  const ofWorkspace = eq(channelConnections.workspaceId, workspaceId);
  const [channel] = await db.select().from(channelConnections).where(ofWorkspace);
  const [stored] = await db
    .select()
    .from(workspaceKeys)
    .where(eq(workspaceKeys.workspaceId, workspaceId));
  const key = await unwrapDataKey(master, {
    ...(stored ?? expect.unreachable()),
    ownerId: workspaceId,
  });
  const accessToken = await encryptWithDataKey(key, "the token", tokenContext(channel?.id ?? ""));
  await db.update(channelConnections).set({ accessToken }).where(ofWorkspace);
}

function tokenContext(channelId: string): string {
  return `channel_connections ${channelId} access_token`;
}

/** What the worker reads of a copied token, with the copied key of its workspace brought back. */
async function tokenIn({ db, master, store }: FilesContext, copy: Copy): Promise<string | null> {
  const secrets = createSecretReader(master, (key) => readKeyPart(store, key));
  const [key = expect.unreachable()] = copy.keys;
  const channel = copy.channels.find(({ workspaceId }) => workspaceId === key.workspaceId);
  return await db.transaction((tx) =>
    secrets.open(tx, {
      workspaceId: key.workspaceId,
      ciphertext: channel?.accessToken ?? "",
      context: tokenContext(channel?.id ?? ""),
    }),
  );
}

type Copy = Awaited<ReturnType<typeof copyOf>>;

async function copyOf(db: Db, ids: string[]) {
  return {
    workspaces: await db.select().from(workspaces).where(inArray(workspaces.id, ids)),
    keys: await db.select().from(workspaceKeys).where(inArray(workspaceKeys.workspaceId, ids)),
    channels: await db
      .select()
      .from(channelConnections)
      .where(inArray(channelConnections.workspaceId, ids)),
    objects: await db.select().from(storedObjects).where(inArray(storedObjects.workspaceId, ids)),
  };
}

/** As a restored copy has them: without asking the fence. */
async function bringBack(db: Db, copy: Copy): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(workspaces).values(copy.workspaces).onConflictDoNothing();
    await tx.insert(workspaceKeys).values(copy.keys).onConflictDoNothing();
    await tx.insert(storedObjects).values(copy.objects).onConflictDoNothing();
  });
}

async function erase(
  ctx: ErasureContext,
  { id, slug }: { id: string; slug: string },
): Promise<void> {
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
  const [request] = await ctx.db.select().from(erasureRequests);
  await advanceToEnd(ctx, request?.id ?? "");
  expect(await ctx.db.$count(workspaces, eq(workspaces.id, id))).toBe(0);
}
