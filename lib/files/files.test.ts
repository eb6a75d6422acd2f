import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { describe } from "vitest";
import {
  erasureRequests,
  requestFiles,
  storedObjects,
  workspaceKeys,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { type ErasureContext, isFenced } from "@/lib/erasure";
import { expect, test } from "@/lib/testing/files-test";
import {
  eraseObject,
  type FileOwner,
  type FileRef,
  type FilesContext,
  openObject,
  signedUrl,
  storeObject,
  sweepFiles,
} from "./index";

const minute = 60_000;

describe("a file", () => {
  test("is recorded, then uploaded encrypted, and read back by its key alone", async ({
    db,
    files,
    server,
    workspace,
  }) => {
    const { id: workspaceId, contactIds } = await workspace();
    const bytes = randomBytes(200_000);
    let atUpload: Promise<unknown[]> = Promise.resolve([]);
    server.fault = ({ operation, key }) => {
      if (operation === "PutObject") {
        atUpload = db.select().from(storedObjects).where(eq(storedObjects.key, key)).execute();
      }
      return undefined;
    };

    const [contactId] = contactIds;
    const owner = { workspaceId, contactId: contactId ?? null, purpose: "media" as const };
    const { id, key } = await store(files, owner, bytes, "image/png");

    expect(await atUpload).toMatchObject([{ id, state: "pending", sizeBytes: null }]);
    expect(key).toBe(`workspaces/${workspaceId}/contacts/${contactId}/${id}`);
    expect(server.objects.read(key)?.body?.includes(bytes.subarray(0, 64))).toBe(false);
    const opened = await openObject(files, { workspaceId, id });
    expect(opened).toMatchObject({ mimeType: "image/png", sizeBytes: bytes.length });
    expect(bytes.equals(await buffer(opened?.body ?? empty()))).toBe(true);

    await expect(openObject(files, { workspaceId: newId(), id })).resolves.toBeNull();
    server.objects.put(key, server.objects.read(key)?.body?.subarray(0, -1) ?? Buffer.alloc(0));
    const cut = await openObject(files, { workspaceId, id });
    await expect(buffer(cut?.body ?? empty())).rejects.toThrow();
    await db.delete(workspaceKeys).where(eq(workspaceKeys.workspaceId, workspaceId));
    await expect(openObject(files, { workspaceId, id })).resolves.toBeNull();
  });

  test("that is not encrypted is handed out by the store, at an address that is not cached", async ({
    files,
    workspace,
  }) => {
    const { id: workspaceId } = await workspace();
    const owner = { workspaceId, purpose: "export" as const };
    const plain = await store(files, { ...owner, isEncrypted: false }, Buffer.from("a;b"));
    const sealed = await store(files, owner, Buffer.from("a;b"));

    const link = { validSeconds: 60, fileName: "export.csv" };
    const url = await signedUrl(files, { workspaceId, id: plain.id }, link);
    expect(await (await fetch(url ?? "")).text()).toBe("a;b");
    expect(url).toContain("response-cache-control=private%2C%20no-store");
    await expect(signedUrl(files, { workspaceId, id: sealed.id }, link)).rejects.toThrow(
      /encrypted/,
    );
  });

  test("leaves nothing when it is too large or its upload fails", async ({
    db,
    files,
    server,
    workspace,
  }) => {
    const { id: workspaceId } = await workspace();
    const before = await db.select().from(storedObjects);
    const owner = { workspaceId, purpose: "media" as const };

    await expect(store(files, owner, randomBytes(2_000), "a/b", 1_999)).rejects.toMatchObject({
      code: "too_large",
    });
    server.fault = ({ operation }) => (operation === "PutObject" ? "fails" : undefined);
    await expect(store(files, owner, randomBytes(2_000))).rejects.toThrow(/AccessDenied/);

    expect(await files.store.countLeft("workspaces/")).toBe(0);
    expect(await db.select().from(storedObjects)).toEqual(before);
  });

  test("whose owner is frozen before or during its upload is not kept", async ({
    db,
    files,
    server,
    workspace,
  }) => {
    const { id: workspaceId } = await workspace();
    const freeze = () =>
      db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, workspaceId));
    const before = await db.select().from(storedObjects);
    let frozen: Promise<unknown> = Promise.resolve();
    server.pause = async ({ operation }) => {
      if (operation !== "PutObject") return;
      frozen = freeze().execute();
      await frozen;
    };
    const owner = { workspaceId, purpose: "media" as const };

    await expect(store(files, owner, randomBytes(10))).rejects.toSatisfy(isFenced);
    expect(await files.store.countLeft("workspaces/")).toBe(0);
    expect(await db.select().from(storedObjects)).toEqual(before);

    await expect(store(files, owner, randomBytes(10))).rejects.toSatisfy(isFenced);
    expect(server.calls.filter(({ operation }) => operation === "PutObject")).toHaveLength(1);
  });

  test("goes with its bytes, and stays while the store keeps any", async ({
    db,
    files,
    server,
    workspace,
  }) => {
    const { id: workspaceId } = await workspace();
    const owner = { workspaceId, purpose: "media" as const };
    const [doomed, kept] = [
      await store(files, owner, randomBytes(10)),
      await store(files, owner, randomBytes(10)),
    ];
    server.fault = ({ operation }) => (operation.startsWith("Delete") ? "fails" : undefined);
    await expect(eraseObject(files, { workspaceId, id: doomed.id })).rejects.toThrow();
    expect(await openObject(files, { workspaceId, id: doomed.id })).not.toBeNull();

    server.fault = () => undefined;
    await eraseObject(files, { workspaceId, id: doomed.id });
    await eraseObject(files, { workspaceId, id: doomed.id });

    expect(await files.store.isGone(doomed.key)).toBe(true);
    expect(await files.store.isGone(kept.key)).toBe(false);
    const rows = await db.select().from(storedObjects).where(eq(storedObjects.id, doomed.id));
    expect(rows).toEqual([]);
  });
});

describe("the sweeper", () => {
  test("keeps an upload that has arrived, ends one that has not, and leaves one under way", async ({
    db,
    clock,
    files,
    server,
    workspace,
  }) => {
    const { id: workspaceId } = await workspace();
    const pending = async (uploadUntil: Date) => {
      const id = newId();
      const key = `workspaces/${workspaceId}/${id}`;
      await db.insert(storedObjects).values({
        ...{ workspaceId, id, key, uploadUntil, purpose: "media", mimeType: "image/png" },
      });
      return { id, key };
    };
    const [arrived, lost, underWay] = [
      await pending(clock.now()),
      await pending(clock.now()),
      await pending(new Date(clock.now().getTime() + minute)),
    ];
    server.objects.put(arrived.key, Buffer.from("whole"));
    server.uploads.set("u1", { key: lost.key, parts: new Map() });
    server.uploads.set("u2", { key: underWay.key, parts: new Map() });

    await sweepFiles(files);

    const rows = await db.select().from(storedObjects);
    const stateOf = ({ id }: { id: string }) => rows.find((row) => row.id === id);
    expect(stateOf(arrived)).toMatchObject({ state: "stored", sizeBytes: 5 });
    expect(stateOf(lost)).toBeUndefined();
    expect(stateOf(underWay)).toMatchObject({ state: "pending" });
    expect([...server.uploads.keys()]).toEqual(["u2"]);
  });

  test("takes a proof away once its request has ended, or where there was none, and no other", async ({
    db,
    files,
    system,
  }) => {
    const [open, ended] = [
      await createRequest(system, { state: "in_review" }),
      await createRequest(system, { state: "refused", closedAt: system.now() }),
    ];
    const [kept, doomed] = [
      await store(files, { requestId: open }, randomBytes(10), "image/png"),
      await store(files, { requestId: ended }, randomBytes(10), "image/png"),
    ];
    const nobodys = await store(files, { requestId: newId() }, randomBytes(10), "image/png");

    await sweepFiles(files);

    expect(await files.store.isGone(nobodys.key)).toBe(true);

    expect(await openObject(files, { requestId: open, id: kept.id })).not.toBeNull();
    expect(await files.store.isGone(doomed.key)).toBe(true);
    expect(await db.select({ id: requestFiles.id }).from(requestFiles)).toEqual([{ id: kept.id }]);
    await expect(openObject(files, { requestId: ended, id: kept.id })).resolves.toBeNull();
  });
});

async function createRequest(
  { db, now, newConfirmationCode }: ErasureContext,
  is: Pick<typeof erasureRequests.$inferInsert, "state" | "closedAt">,
): Promise<string> {
  const id = newId();
  await db.insert(erasureRequests).values({
    id,
    confirmationCode: newConfirmationCode(),
    channel: "form",
    requesterKind: "representative",
    subjectKind: "account",
    subjectDigest: id,
    policyProfile: "default",
    policyVersion: "1",
    receivedAt: now(),
    acknowledgeBy: now(),
    dueAt: now(),
    ...is,
  });
  return id;
}

async function store(
  files: FilesContext,
  owner: FileOwner,
  bytes: Buffer,
  mimeType = "text/csv",
  maxBytes = 1_000_000,
): Promise<{ id: string; key: string } & Partial<FileRef>> {
  return await storeObject(files, { owner, mimeType, maxBytes, body: chunks(bytes) });
}

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

async function* empty(): AsyncGenerator<Uint8Array> {}
