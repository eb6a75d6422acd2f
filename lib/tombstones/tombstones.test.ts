import { randomBytes } from "node:crypto";
import { asc, sql } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, erasureTombstoneLog, tombstones } from "@/db/schema";
import { createVault, parseMasterKey } from "@/lib/crypto";
import {
  advanceRun,
  type ErasureContext,
  importTombstones,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import type { Db } from "@/lib/erasure/context";
import { sealTombstone, signatureOf, Tombstone } from "@/lib/erasure/tombstones/tombstone";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test as filesTest } from "@/lib/testing/files-test";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { findUndone } from "./find-undone";
import { storeTombstones } from "./store-tombstones";
import { tombstoneKey } from "./tombstone-key";

type Erased = { workspaces: TestWorkspace[]; entries: string[] };

/** Two workspaces of which one went, and of the other a contact: two tombstones, of this database. */
const test = filesTest.extend<{ erased: Erased }>({
  erased: async ({ db, as }, use) => {
    const [gone, open] = [await createWorkspace(db), await createWorkspace(db)];
    const owner = as({ type: "owner", userId: gone.ownerId });
    await scheduleWorkspaceErasure(owner, { workspaceId: gone.id, confirmSlug: gone.slug });
    const [request] = await db.select().from(erasureRequests);
    await finish(owner, request?.id ?? "");
    const agent = as({ type: "agent", userId: open.agentId });
    const contact = { workspaceId: open.id, contactId: open.contactIds[0] ?? "" };
    await finish(agent, await scheduledContact(agent, contact));
    const log = await logOf(db);
    await use({ workspaces: [gone, open], entries: log.map(({ entry }) => entry) });
  },
});

describe("tombstones", () => {
  test("are written outside the database in order, each naming the one before it, and nobody else", async ({
    db,
    files,
    server,
    erased: { workspaces, entries },
  }) => {
    expect(await storeTombstones(files)).toBe(2);
    expect(await storeTombstones(files)).toBe(0);

    const stored = [...server.objects.under("tombstones/")].map(([key, [newest]]) => [
      key,
      newest?.body?.toString(),
    ]);
    expect(stored).toEqual(entries.map((entry, at) => [tombstoneKey(at + 1), entry]));
    const [first, second] = entries.map(contentOf);
    expect([first?.sequence, second?.sequence]).toEqual([1, 2]);
    expect([first?.previous, second?.previous]).toEqual([null, signatureOf(entries[0] ?? "")]);
    expect([first?.subject, second?.subject]).toEqual(["workspace", "contact"]);
    const said = JSON.stringify([first, second]);
    for (const { slug, ownerEmail, contactIds } of workspaces) {
      expect(contactIds.length).toBeGreaterThan(0);
      for (const identity of [slug, ownerEmail, "Zoë", "+1555", "customer0@", "example.test"]) {
        expect(said).not.toContain(identity);
      }
    }
    expect(await findUndone(db, files.store)).toBe("none");
  });

  test("that were changed, signed by others, taken out or continue another history are refused, and nothing is taken", async ({
    db,
    as,
    erased: { entries },
  }) => {
    const system = as({ type: "system" });
    const [first = "", second = ""] = entries;
    await forget(db);
    const refused = async (given: string[], code: string) => {
      const before = [await logOf(db), await db.select().from(tombstones)];
      await expect(importTombstones(system, given), code).rejects.toMatchObject({ code });
      expect([await logOf(db), await db.select().from(tombstones)]).toEqual(before);
    };
    const another = createVault(parseMasterKey(randomBytes(32).toString("base64")));
    const [text = "", signature = ""] = second.split(".");
    const moved = { ...contentOf(second), erasedAt: "2020-01-01T00:00:00.000Z" };
    const rewritten = Buffer.from(JSON.stringify(moved)).toString("base64url");

    await refused([first, `${rewritten}.${signature}`], "forged");
    await refused([first, sealTombstone(another, contentOf(second))], "forged");
    await refused([first, `${text}.${signature}.more`], "forged");
    await refused([first, "no tombstone"], "forged");
    await refused([second], "gap");
    const other = sealTombstone(system.vault, { ...contentOf(first), subject: "account" });
    await refused([other, second], "other_history");

    // What is whole is taken, once, and known from then on.
    expect(await importTombstones(system, [first])).toBe(1);
    await refused([sealTombstone(system.vault, { ...contentOf(second), sequence: 3 })], "gap");
    expect(await importTombstones(system, entries)).toBe(1);
    expect(await importTombstones(system, entries)).toBe(0);
    expect(await logOf(db)).toMatchObject(entries.map((entry) => ({ entry, isToReplay: true })));
    expect((await db.select().from(tombstones)).length).toBeGreaterThan(0);
  });

  test("are never replaced by who looked before another's was there", async ({
    files,
    server,
    erased: { entries },
  }) => {
    const key = tombstoneKey(1);
    server.pause = async ({ operation }) => {
      if (operation !== "PutObject" || server.objects.read(key) !== null) return;
      server.objects.put(key, Buffer.from("another database's"));
    };
    await expect(storeTombstones(files)).rejects.toMatchObject({ code: "other_history" });
    expect(server.objects.read(key)?.body?.toString()).toBe("another database's");

    // The same worker's twin, with the same entry, is as good.
    server.objects.delete(key);
    server.pause = async ({ operation }) => {
      if (operation === "PutObject") server.objects.put(key, Buffer.from(entries[0] ?? ""));
    };
    expect(await storeTombstones(files)).toBe(2);
  });

  test("are never replaced: a bucket that has others stops everything", async ({
    db,
    files,
    server,
    erased: { entries },
  }) => {
    server.objects.put(tombstoneKey(2), Buffer.from("another database's"));
    const otherHistory = { code: "other_history" };

    await expect(storeTombstones(files)).rejects.toMatchObject(otherHistory);
    expect(server.objects.read(tombstoneKey(1))?.body?.toString()).toBe(entries[0]);
    expect(server.objects.read(tombstoneKey(2))?.body?.toString()).toBe("another database's");
    expect((await logOf(db)).map(({ storedAt }) => storedAt !== null)).toEqual([true, false]);

    await db.update(erasureTombstoneLog).set({ storedAt: files.now() });
    await expect(findUndone(db, files.store)).rejects.toMatchObject(otherHistory);
  });
});

/** As a database that was restored from before: it knows of no erasure. */
async function forget(db: Db): Promise<void> {
  await db.execute(sql`truncate ${erasureTombstoneLog}, ${tombstones}`);
}

async function logOf(db: Db) {
  return await db.select().from(erasureTombstoneLog).orderBy(asc(erasureTombstoneLog.sequence));
}

function contentOf(entry: string): Tombstone {
  const [text = ""] = entry.split(".");
  return Tombstone.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
}

async function finish(ctx: ErasureContext, requestId: string): Promise<void> {
  while ((await advanceRun(ctx, requestId)) === "again");
}
