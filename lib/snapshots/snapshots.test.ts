import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import {
  conversations,
  erasureRequests,
  messages,
  storedObjects,
  workspaceKeys,
} from "@/db/schema";
import { openStream, unwrapDataKey } from "@/lib/crypto";
import {
  advanceRun,
  type Db,
  type ErasureContext,
  scheduleAccountErasure,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { storeObject } from "@/lib/files";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/files-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { heapInUse, megabyte } from "@/lib/testing/heap-in-use";
import { findSnapshots } from "./find-snapshots";
import { restoreSnapshot } from "./restore-snapshot";
import { rollOffSnapshots } from "./roll-off-snapshots";
import { snapshotTables } from "./snapshot-tables";
import { takeDueSnapshots } from "./take-due-snapshots";
import { takeSnapshot } from "./take-snapshot";

const day = 24 * 60 * 60_000;

/** How a snapshot would begin if it were stored as it is compressed. */
const gzipHeader = gzipSync("").subarray(0, 10);

test("a snapshot reads back into its emptied workspace byte for byte, without whoever was erased since", async ({
  db,
  as,
  files,
  server,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  const workspaceId = ours.id;
  const [erased = "", kept = ""] = ours.contactIds;
  await writeMessages(db, workspaceId, kept, 450);
  await storeObject(files, {
    owner: { workspaceId, contactId: kept, purpose: "media" },
    mimeType: "image/png",
    body: Readable.from([Buffer.from("a photo")]),
  });

  const taken = await takeSnapshot(files, workspaceId);
  const snapshot = { workspaceId, id: taken?.id ?? "" };
  const [row] = await db.select().from(storedObjects).where(eq(storedObjects.id, snapshot.id));
  expect(row).toMatchObject({ purpose: "snapshot", state: "stored" });
  const bytes = server.objects.read(row?.key ?? "")?.body ?? Buffer.alloc(0);
  expect(bytes.length).toBeGreaterThan(gzipHeader.length);
  expect(bytes.includes(gzipHeader)).toBe(false);
  expect(await findSnapshots(db, ours.slug)).toMatchObject([snapshot]);
  const full = await fingerprint(db, workspaceId);
  await expect(restoreSnapshot(files, snapshot)).rejects.toMatchObject({ code: "not_empty" });
  expect(await fingerprint(db, workspaceId)).toEqual(full);

  const owner = as({ type: "owner", userId: ours.ownerId });
  await erase(owner, await scheduleContactErasure(owner, { workspaceId, contactId: erased }));
  const agent = as({ type: "agent", userId: ours.agentId });
  const prove = async () => {};
  await erase(owner, await scheduleAccountErasure(agent, { userId: ours.agentId, prove }));
  const beforeLoss = await fingerprint(db, workspaceId);
  const neighbours = await fingerprint(db, neighbour.id);
  expect(beforeLoss).not.toEqual(full);
  await lose(db, workspaceId);

  expect(await restoreSnapshot(files, snapshot)).toBeGreaterThan(450);

  expect(await fingerprint(db, workspaceId)).toEqual(beforeLoss);
  expect(await fingerprint(db, neighbour.id)).toEqual(neighbours);
});

test("a snapshot cut short, or of another workspace, changes nothing", async ({
  db,
  files,
  server,
  workspace,
}) => {
  const [ours, other] = [await workspace(), await workspace()];
  const mine = { workspaceId: ours.id, id: (await takeSnapshot(files, ours.id))?.id ?? "" };
  const [row] = await db.select().from(storedObjects).where(eq(storedObjects.id, mine.id));
  await lose(db, ours.id);
  const emptied = await fingerprint(db, ours.id);
  const stranger = { workspaceId: other.id, id: mine.id };
  await expect(restoreSnapshot(files, stranger)).rejects.toMatchObject({ code: "not_found" });
  const whole = server.objects.read(row?.key ?? "")?.body ?? Buffer.alloc(0);
  server.objects.put(row?.key ?? "", whole.subarray(0, -20));
  await expect(restoreSnapshot(files, mine)).rejects.toThrow();
  expect(await fingerprint(db, ours.id)).toEqual(emptied);
});

test("every night has one, they roll off on their day, and with the key all of them end", async ({
  db,
  as,
  clock,
  files,
  server,
  master,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  const ofOurs = async () => await findSnapshots(db, ours.slug);
  expect(await takeDueSnapshots(files)).toBe(2);
  expect(await takeDueSnapshots(files)).toBe(0);
  const [first] = await ofOurs();
  clock.advance(day);
  expect(await takeDueSnapshots(files)).toBe(2);
  expect(await ofOurs()).toHaveLength(2);

  clock.advance(13 * day - 1);
  expect(await rollOffSnapshots(files, 14)).toBe(0);
  clock.advance(1);
  server.fault = ({ operation }) => (operation.startsWith("Delete") ? "fails" : undefined);
  await expect(rollOffSnapshots(files, 14)).rejects.toThrow(AggregateError);
  expect(await ofOurs()).toHaveLength(2);
  server.fault = () => undefined;
  expect(await rollOffSnapshots(files, 14)).toBe(2);
  const [second, ...others] = await ofOurs();
  expect(others).toEqual([]);
  expect(await files.store.isGone(`workspaces/${ours.id}/${first?.id}`)).toBe(true);

  // Somebody has copied the bytes, and what a dump of the database holds.
  const key = `workspaces/${ours.id}/${second?.id}`;
  const copied = server.objects.read(key)?.body ?? Buffer.alloc(0);
  const owner = as({ type: "owner", userId: ours.ownerId });
  const whole = { workspaceId: ours.id, confirmSlug: ours.slug };
  await erase(owner, await scheduleWorkspaceErasure(owner, whole));

  await files.store.put(key, copied);
  const ref = { workspaceId: ours.id, id: second?.id ?? "" };
  await expect(restoreSnapshot(files, ref)).rejects.toMatchObject({ code: "not_found" });
  const keys = await db.select().from(workspaceKeys);
  expect(keys.map(({ workspaceId }) => workspaceId)).not.toContain(ours.id);
  for (const { workspaceId: ownerId, id, wrappedKey } of keys) {
    if (wrappedKey === "wrapped") continue;
    const dataKey = await unwrapDataKey(master, { ownerId, id, wrappedKey });
    const opening = buffer(openStream(dataKey, Readable.from([copied]), key));
    await expect(opening).rejects.toThrow();
  }
  expect(await findSnapshots(db, neighbour.slug)).toHaveLength(1);
});

test("however many fail every night, all others have theirs in one sweep", async ({
  db,
  files,
  workspace,
}) => {
  // Their keys open nothing; by id they come first.
  for (let broken = 0; broken < 23; broken++) await createWorkspace(db, { contacts: 0 });
  const { slug } = await workspace();

  const failed = await takeDueSnapshots(files).catch((error: unknown) => error);
  expect(failed).toMatchObject({ name: "AggregateError", errors: { length: 23 } });
  expect(await findSnapshots(db, slug)).toHaveLength(1);
});

test("a large workspace is stored and brought back a few lines at a time", {
  timeout: 180_000,
}, async ({ db, files, workspace }) => {
  const { id: workspaceId, contactIds } = await workspace();
  const many = 120_000;
  await db.execute(sql`
    insert into ${messages} (workspace_id, id, conversation_id, direction, kind, body, created_at)
    select ${workspaceId}::uuid, gen_random_uuid(), c.id, 'inbound', 'text',
      md5(n::text) || md5('a' || n) || md5('b' || n) || md5('c' || n), to_timestamp(n)
    from (select id from ${conversations} where contact_id = ${contactIds[0] ?? ""}) c,
      generate_series(1, ${many}::int) n`);
  const heap: number[] = [];
  const looking = async function* (body: AsyncIterable<Uint8Array>) {
    let passed = 0;
    for await (const chunk of body) {
      if (passed > 2 * megabyte) {
        heap.push(heapInUse());
        passed = 0;
      }
      passed += chunk.length;
      yield chunk;
    }
  };
  const { store } = files;
  const ctx: typeof files = {
    ...files,
    store: {
      ...store,
      put: (key, body, options) => store.put(key, Readable.from(looking(asStream(body))), options),
      async get(key) {
        const found = await store.get(key);
        return found && { ...found, body: Readable.from(looking(found.body)) };
      },
    },
  };

  const taken = await takeSnapshot(ctx, workspaceId);
  const looks = heap.length;
  const full = await fingerprint(db, workspaceId);
  await lose(db, workspaceId);
  await restoreSnapshot(ctx, { workspaceId, id: taken?.id ?? "" });

  expect(await fingerprint(db, workspaceId)).toEqual(full);
  expect(looks).toBeGreaterThan(4);
  expect(heap.length).toBeGreaterThan(2 * looks - 2);
  const [first = 0] = heap;
  expect(Math.max(...heap) - first, heap.join()).toBeLessThan(15 * megabyte);
});

function asStream(body: Readable | Uint8Array): Readable {
  return body instanceof Readable ? body : Readable.from([body]);
}

async function writeMessages(
  db: Db,
  workspaceId: string,
  contactId: string,
  count: number,
): Promise<void> {
  const [conversation] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, contactId));
  await db.insert(messages).values(
    Array.from({ length: count }, (_, at) => ({
      ...{ workspaceId, conversationId: conversation?.id ?? "", kind: "text" as const },
      ...{ direction: "inbound" as const, body: `Line ${at}\n\t"tab" \\ é 😀` },
    })),
  );
}

async function erase(ctx: ErasureContext, { confirmationCode }: { confirmationCode: string }) {
  const [request] = await ctx.db
    .update(erasureRequests)
    .set({ purgeAfter: null })
    .where(eq(erasureRequests.confirmationCode, confirmationCode))
    .returning({ id: erasureRequests.id });
  while ((await advanceRun(ctx, request?.id ?? "")) === "again");
}

/** What an accident takes: every row but the workspace's own, its key, and its snapshots. */
async function lose(db: Db, workspaceId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const { key, table, where } of snapshotTables(workspaceId)) {
      if (key !== "workspaces") await tx.execute(sql`delete from ${table} where ${where}`);
    }
  });
}
