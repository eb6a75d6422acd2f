import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { erasureTombstoneLog, storedObjects, workspaceKeys, workspaces } from "@/db/schema";
import { storeObject } from "@/lib/files";
import { keyPartAt } from "@/lib/keys/key-part";
import { partKeys } from "@/lib/keys/part-keys";
import { expect, test } from "@/lib/testing/files-test";
import { tombstoneKey } from "@/lib/tombstones/tombstone-key";
import { examine } from "./examine";
import { openToLook } from "./open-to-look";

test("files without bytes and bytes without files are told apart, among more than a page of both", async ({
  databaseUrl,
  db,
  files,
  server,
  workspace,
}) => {
  const { id: workspaceId, contactIds } = await workspace();
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const known = Array.from({ length: 2_100 }, (_, at) => {
    const id = randomUUID();
    const contactId = at % 2 === 0 ? (contactIds[0] ?? null) : null;
    const of = contactId === null ? "" : `contacts/${contactId}/`;
    return { id, contactId, key: `workspaces/${workspaceId}/${of}${id}` };
  });
  await db.insert(storedObjects).values(
    known.map((file) => ({
      ...{ ...file, workspaceId, purpose: "media" as const, state: "stored" as const },
      ...{ mimeType: "image/png", sizeBytes: 1, uploadUntil: anHourAgo },
    })),
  );
  for (const { key } of known) server.objects.put(key, Buffer.of(1), anHourAgo);
  const body = Readable.from([Buffer.from("proof")]);
  const proof = { owner: { requestId: randomUUID() }, mimeType: "image/png", body };
  await storeObject(files, proof);
  const look = async () => {
    const examined = await openToLook(databaseUrl, (tx) => examine(tx, "public", files.store));
    return examined.findings.at(-2);
  };
  expect(await look()).toMatchObject({ state: "fine", lines: [] });

  const [lost] = known.splice(1_234, 1);
  await files.store.erase([lost?.key ?? ""]);
  const strangers = ["requests/0", `workspaces/${workspaceId}/zzz`, "workspaces/zzz"];
  for (const key of strangers) server.objects.put(key, Buffer.of(1), anHourAgo);
  server.objects.put("workspaces/under-way", Buffer.of(1), new Date());

  expect(await look()).toMatchObject({
    state: "mend",
    lines: [
      expect.stringMatching(`^1 files have lost their bytes: .*: ${lost?.key}$`),
      expect.stringMatching(`^3 objects are no file's: .*: ${strangers.join(", ")}$`),
    ],
  });
});

const versioned = test.extend<{ isVersioned: boolean }>({ isVersioned: true });

versioned(
  "hidden versions and uploads that never ended are found where no row leads to them",
  async ({ databaseUrl, db, files, server, workspace }) => {
    const { id: workspaceId } = await workspace();
    const anHourAgo = new Date(Date.now() - 3_600_000);
    const known = Array.from({ length: 1_200 }, () => {
      const id = randomUUID();
      return { id, key: `workspaces/${workspaceId}/${id}` };
    }).sort((one, other) => (one.key < other.key ? -1 : 1));
    await db.insert(storedObjects).values(
      known.map((file) => ({
        ...{ ...file, workspaceId, purpose: "media" as const, state: "stored" as const },
        ...{ mimeType: "image/png", sizeBytes: 1, uploadUntil: anHourAgo },
      })),
    );
    for (const { key } of known) {
      for (const byte of [1, 2]) server.objects.put(key, Buffer.of(byte), anHourAgo);
    }
    const look = async () => {
      const examined = await openToLook(databaseUrl, (tx) => examine(tx, "public", files.store));
      return examined.findings.at(-2)?.lines;
    };
    server.uploads.set("known", { key: known[0]?.key ?? "", parts: new Map() });
    expect(await look()).toEqual([]);

    const lost = known[1_100]?.key ?? "";
    const hidden = `workspaces/${workspaceId}/hidden`;
    server.objects.put(hidden, Buffer.of(1), anHourAgo);
    for (const key of [hidden, lost]) server.objects.delete(key, undefined, anHourAgo);
    server.uploads.set("half", { key: `workspaces/${workspaceId}/half`, parts: new Map() });
    expect(await look()).toEqual([
      expect.stringMatching(`^1 files have lost their bytes: .*: ${lost}$`),
      expect.stringMatching(`^1 objects are no file's: .*: ${hidden}$`),
      expect.stringMatching(`^1 uploads never ended, .*: workspaces/${workspaceId}/half$`),
    ]);
  },
);

test("the part of a data key is known while its key is, missed where one lacks it, and found where none is left", async ({
  databaseUrl,
  db,
  files,
  server,
  workspace,
}) => {
  const [mine, frozen] = [await workspace(), await workspace()];
  await db.delete(workspaceKeys).where(eq(workspaceKeys.wrappedKey, "wrapped"));
  await partKeys(files);
  const keys = await db.select().from(workspaceKeys);
  const partOf = (id: string) =>
    keyPartAt(keys.find(({ workspaceId }) => workspaceId === id) ?? expect.unreachable());
  const [part, itsPart] = [partOf(mine.id), partOf(frozen.id)];
  const stray = `workspaces/${randomUUID()}/keys/${randomUUID()}`;
  const anHourAgo = new Date(Date.now() - 3_600_000);
  // Older than what may be under way.
  for (const key of [part, itsPart]) {
    server.objects.put(key, server.objects.read(key)?.body ?? Buffer.of(), anHourAgo);
  }
  const look = async () => {
    const examined = await openToLook(databaseUrl, (tx) => examine(tx, "public", files.store));
    return examined.findings.at(-2)?.lines;
  };
  expect(await look()).toEqual([]);

  server.objects.put(stray, Buffer.of(1), anHourAgo);
  server.objects.delete(part);
  // An erasure has begun: it takes the part with the files, and the row at last.
  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, frozen.id));
  server.objects.delete(itsPart);
  expect(await look()).toEqual([
    expect.stringMatching(`^1 data keys have lost their part, .*: ${part}$`),
    expect.stringMatching(`^1 objects are no file's: .*: ${stray}$`),
  ]);
});

test("tombstones that are missing, late or ahead are counted", async ({
  databaseUrl,
  db,
  files,
  server,
}) => {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const entry = (sequence: number, storedAt: Date | null) => ({
    ...{ sequence, storedAt, requestId: randomUUID(), entry: "e", erasedAt: anHourAgo },
  });
  await db
    .insert(erasureTombstoneLog)
    .values([entry(1, anHourAgo), entry(2, anHourAgo), entry(3, anHourAgo)]);
  const look = async () => {
    const examined = await openToLook(databaseUrl, (tx) => examine(tx, "public", files.store));
    return examined.findings.at(-1);
  };
  for (const sequence of [1, 2, 3]) server.objects.put(tombstoneKey(sequence), Buffer.from("e"));
  expect(await look()).toMatchObject({ state: "fine" });

  server.objects.delete(tombstoneKey(2));
  server.objects.put(tombstoneKey(5), Buffer.from("e"));
  await db.insert(erasureTombstoneLog).values(entry(4, null));

  expect((await look())?.lines).toEqual([
    expect.stringMatching(/^1 erasures are undone by a restore: npm run replay$/),
    expect.stringMatching(/^1 tombstones are not in the object store yet/),
    expect.stringMatching(/^1 tombstones are missing in the object store/),
  ]);
});
