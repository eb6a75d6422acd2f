import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { eq, getTableColumns, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createVault, type MasterKey } from "@/lib/crypto";
import { openObject, storeObject } from "@/lib/files";
import { expect, test } from "@/lib/testing/files-test";
import { envelopeColumns } from "./envelope-columns";
import { rotateKeys } from "./rotate-keys";

test("a new master key reaches every key and seal, and the bytes they protect stay as they are", async ({
  db,
  files,
  server,
  master,
  workspace,
}) => {
  const [one, frozen] = [await workspace(), await workspace()];
  // `createWorkspace` puts a key there that is none.
  await db.delete(schema.workspaceKeys).where(eq(schema.workspaceKeys.wrappedKey, "wrapped"));
  const owner = { workspaceId: one.id, purpose: "media" as const };
  const body = () => Readable.from([Buffer.from("a voice note")]);
  const media = await storeObject(files, { owner, mimeType: "audio/wav", body: body() });
  const requestId = newId();
  const proof = await storeObject(files, {
    ...{ owner: { requestId }, mimeType: "image/png", body: body() },
  });
  const runs = Array.from({ length: 600 }, () => newId());
  const sealed = await Promise.all(runs.map((id) => createVault(master).seal("identifiers", id)));
  await db.insert(schema.erasureRuns).values(
    runs.map((id, at) => ({
      ...{ id, requestId: id, startedAt: files.now(), sealedIdentifiers: sealed[at] ?? "" },
    })),
  );
  const bytes = [media.key, proof.key].map((key) => server.objects.read(key)?.body);
  await db
    .update(schema.workspaces)
    .set({ state: "frozen" })
    .where(eq(schema.workspaces.id, frozen.id));

  const newest = new Uint8Array(randomBytes(32));
  const both: MasterKey = { bytes: newest, older: [master.bytes] };
  expect(await rotateKeys(db, both)).toEqual({ renewed: 602, frozen: 1, unknown: 0 });
  await db
    .update(schema.workspaces)
    .set({ state: "active" })
    .where(eq(schema.workspaces.id, frozen.id));
  expect(await rotateKeys(db, both)).toEqual({ renewed: 1, frozen: 0, unknown: 0 });
  expect(await rotateKeys(db, both)).toEqual({ renewed: 0, frozen: 0, unknown: 0 });
  expect(await rotateKeys(db, master)).toEqual({ renewed: 0, frozen: 0, unknown: 603 });

  const only: MasterKey = { bytes: newest, older: [] };
  const opened = await openObject(
    { ...files, master: only },
    { workspaceId: one.id, id: media.id },
  );
  expect(opened && (await text(opened.body))).toBe("a voice note");
  const opens = await openObject({ ...files, master: only }, { requestId, id: proof.id });
  expect(opens && (await buffer(opens.body)).toString()).toBe("a voice note");
  await expect(openObject(files, { workspaceId: one.id, id: media.id })).rejects.toThrow();
  for (const { id, sealedIdentifiers } of await db.select().from(schema.erasureRuns)) {
    expect(await createVault(only).open(sealedIdentifiers ?? "", id)).toBe("identifiers");
  }
  expect([media.key, proof.key].map((key) => server.objects.read(key)?.body)).toEqual(bytes);
});

test("no column that looks like an envelope is left out", () => {
  const columns = Object.values(schema).flatMap((member) =>
    is(member, PgTable) ? Object.values(getTableColumns(member)) : [],
  );
  const looksSealed = columns.filter(({ name }) => /sealed|wrapped/.test(name));
  const nameOf = (column: (typeof columns)[number]) => column.uniqueName;
  expect(envelopeColumns.map(nameOf).sort()).toEqual(looksSealed.map(nameOf).sort());
});
