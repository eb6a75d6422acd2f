import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq, getTableColumns, getTableName, is, ne, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { erasureMap } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import {
  conversations,
  erasureRequests,
  messages,
  storedObjects,
  workspaceExports,
  workspaces,
} from "@/db/schema";
import {
  advanceRun,
  type Db,
  type ErasureContext,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { storeObject } from "@/lib/files";
import { sendNotice } from "@/lib/mail/send-notice";
import type { TeamContext } from "@/lib/team/team-context";
import type { TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test as filesTest } from "@/lib/testing/files-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { claimExport } from "./claim-export";
import { endExport } from "./end-export";
import { exportAccount } from "./export-account";
import type { ExportContext } from "./export-context";
import { exportThenErase } from "./export-then-erase";
import { leftOut } from "./left-out";
import { listExports } from "./list-exports";
import { openExport } from "./open-export";
import { startExport } from "./start-export";
import { sweepExports } from "./sweep-exports";
import { takeDueExports } from "./take-due-exports";
import { at, download, latestOf, linkOf } from "./testing/latest-export";
import { unzip } from "./testing/unzip";

/** What programs are told in `schema.json`. */
const Description = z.object({
  includesMedia: z.boolean(),
  tables: z.array(
    z.object({ files: z.array(z.string()), columns: z.array(z.object({ name: z.string() })) }),
  ),
});

const day = 24 * 60 * 60_000;
const never = new AbortController().signal;

type Fixtures = {
  worker: ExportContext;
  /** What a member's acts need. */
  member: (userId: string) => TeamContext & ExportContext;
};

const test = filesTest.extend<Fixtures>({
  worker: async ({ system, files }, use) => use({ ...system, ...files }),
  member: async ({ worker }, use) => use((userId) => ({ ...worker, userId })),
});

/** What spreadsheets run, what breaks lines, and what looks like the sign that protects. */
const awkward = [
  '=HYPERLINK("https://evil.example","x")',
  "+1+1",
  "-2",
  "@SUM(A1)",
  "\t=1",
  "'quoted",
  'a "b", c;\r\nd\ne',
  "",
  "ہیلو 😀 \u2028 ＝1",
];

test("an exported workspace has every row that the map calls its own, and no other, in both notations", async ({
  db,
  files,
  worker,
  member,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  const workspaceId = ours.id;
  await write(db, ours, [...awkward, ...Array.from({ length: 2_100 }, (_, at) => `Line ${at}`)]);
  const photo = await storeObject(files, {
    owner: { workspaceId, contactId: ours.contactIds[0] ?? null, purpose: "media" },
    mimeType: "image/png",
    body: Readable.from([Buffer.from("a photo")]),
  });
  const theirs = await fingerprint(db, neighbour.id);

  await startExport(member(ours.ownerId), { workspaceId, includesMedia: true });
  expect(await takeDueExports(worker, never)).toBe(1);
  const [status] = await listExports(worker, at(ours));
  expect(status).toMatchObject({ state: "ready", share: 1, erasesWorkspace: false });
  const zip = await unzip(await download(worker, ours, status?.href));

  const { tables } = Description.parse(JSON.parse(zip.get("schema.json") ?? ""));
  const expected: string[] = ["README.txt", "schema.json", `files/${photo.id}.png`];
  for (const [key, { category, rows }] of Object.entries(erasureMap)) {
    const verdict = rows.workspace;
    if (verdict.act !== "erase" && verdict.act !== "retain") continue;
    // The ledger: by the map it names nobody, and cannot be looked up.
    if (verdict.reach.by === "unreachable") continue;
    const table: unknown = Reflect.get(schema, key);
    if (!is(table, PgTable)) throw new Error(`No table ${key}.`);
    const path = `${category}/${getTableName(table)}`;
    expected.push(`${path}.jsonl`, `${path}.csv`);
    const inDatabase = await rowsOf(db, key, table, workspaceId);
    const lines = (zip.get(`${path}.jsonl`) ?? "").split("\n").filter((line) => line !== "");
    const inLines = lines.map((line) => asObject(JSON.parse(line)));
    const csv = zip.get(`${path}.csv`) ?? "";
    expect(csv.startsWith("\uFEFF"), path).toBe(true);
    expect(csv.endsWith("\r\n"), path).toBe(true);
    const described = tables.find(({ files }) => files.includes(`${path}.jsonl`));
    const names = described?.columns.map(({ name }) => name).join(",");
    expect(csv.slice(1, csv.indexOf("\r\n")), path).toBe(names);
    for (const line of inLines) expect(Object.keys(line).join(","), path).toBe(names);
    const inCsv = parse(csv, { bom: true, columns: true }).map(asObject);
    // What the export itself writes has gone on since.
    const isMoving = key === "workspaceExports" || key === "storedObjects";
    const ids = (list: readonly Record<string, unknown>[]) => list.map(({ id }) => id).sort();
    if (isMoving) {
      expect(ids(inLines), path).toEqual(ids(inDatabase));
      expect(ids(inCsv), path).toEqual(ids(inDatabase));
      continue;
    }
    expect(sorted(inLines), path).toEqual(sorted(inDatabase));
    expect(sorted(inCsv.map(unguarded)), path).toEqual(sorted(inDatabase.map(asCells)));
  }
  expect([...zip.keys()].sort()).toEqual(expected.sort());
  const ofTables = expected.filter((one) => /\.(jsonl|csv)$/.test(one));
  expect(tables.flatMap(({ files }) => files).sort()).toEqual(ofTables.sort());
  expect(zip.get(`files/${photo.id}.png`)).toBe("a photo");
  const all = [...zip.values()].join("\n");
  for (const foreign of [
    neighbour.id,
    neighbour.slug,
    "not-a-real-hash",
    "ciphertext",
    '"wrapped"',
  ]) {
    expect(all, foreign).not.toContain(foreign);
  }
  for (const [path, csv] of zip) {
    if (path.endsWith(".csv")) expect(csv, path).not.toMatch(/(^|,)"?[=+@\t]/m);
  }
  expect(await fingerprint(db, neighbour.id)).toEqual(theirs);
});

test("an export without media says what media there are", async ({
  files,
  worker,
  member,
  workspace,
}) => {
  const ours = await workspace();
  const workspaceId = ours.id;
  const photo = await storeObject(files, {
    owner: { workspaceId, contactId: ours.contactIds[0] ?? null, purpose: "media" },
    mimeType: "image/png",
    body: Readable.from([Buffer.from("a photo")]),
  });

  await startExport(member(ours.ownerId), { workspaceId, includesMedia: false });
  await takeDueExports(worker, never);
  const zip = await latestOf(worker, ours);

  expect([...zip.keys()].filter((path) => path.startsWith("files/"))).toEqual([]);
  expect(zip.get("media/stored_objects.jsonl")).toContain(photo.id);
  expect(Description.parse(JSON.parse(zip.get("schema.json") ?? "")).includesMedia).toBe(false);
});

test("a contact's export has that contact's rows alone", async ({
  db,
  worker,
  member,
  workspace,
}) => {
  const ours = await workspace();
  const [contactId = "", other = ""] = ours.contactIds;
  const asked = { workspaceId: ours.id, contactId, includesMedia: false };
  await startExport(member(ours.ownerId), asked);
  expect(await takeDueExports(worker, never)).toBe(1);
  const zip = await latestOf(worker, ours, { contactId });
  const all = [...zip.values()].join("\n");
  expect(all).toContain(contactId);
  expect(all).not.toContain(other);
  const written = (zip.get("messages/messages.jsonl") ?? "").trim().split("\n");
  const theirs = await db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(eq(conversations.contactId, contactId));
  expect(written.map((line) => asObject(JSON.parse(line)).id).sort()).toEqual(
    theirs.map(({ id }) => id).sort(),
  );
});

test("agents, other tenants and frozen workspaces are refused, and links end", async ({
  db,
  clock,
  worker,
  member,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  const asked = { workspaceId: ours.id, includesMedia: false };
  for (const userId of [ours.agentId, neighbour.ownerId]) {
    await expect(startExport(member(userId), asked)).rejects.toMatchObject({
      code: "not_authorised",
    });
  }
  const stranger = { ...asked, contactId: neighbour.contactIds[0] ?? "" };
  await expect(startExport(member(ours.ownerId), stranger)).rejects.toMatchObject({
    code: "not_found",
  });
  await startExport(member(ours.ownerId), asked);
  await expect(startExport(member(ours.ownerId), asked)).rejects.toMatchObject({
    code: "already_exporting",
  });
  expect(await takeDueExports(worker, never)).toBe(1);
  const [status] = await listExports(worker, at(ours));
  const link = linkOf(ours, status?.href);
  expect(await openExport(worker, link)).not.toBeNull();
  for (const changed of [
    { workspaceId: neighbour.id },
    { until: link.until + 1 },
    { signature: link.signature.slice(1) },
    { signature: "" },
    { until: Number.NaN },
  ]) {
    expect(await openExport(worker, { ...link, ...changed })).toBeNull();
  }
  const onExport = { workspaceId: ours.id, exportId: link.exportId };
  for (const userId of [ours.agentId, neighbour.ownerId]) {
    await expect(endExport(member(userId), onExport)).rejects.toMatchObject({
      code: "not_authorised",
    });
  }
  const theirs = { workspaceId: neighbour.id, exportId: link.exportId };
  await expect(endExport(member(neighbour.ownerId), theirs)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await openExport(worker, link)).not.toBeNull();

  clock.advance(7 * day - 1);
  expect(await openExport(worker, link)).not.toBeNull();
  clock.advance(1);
  expect(await openExport(worker, link)).toBeNull();
  expect(await sweepExports(worker)).toBe(1);
  expect(await exportFiles(db)).toEqual([]);

  await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, ours.id));
  await expect(startExport(member(ours.ownerId), asked)).rejects.toMatchObject({
    code: "workspace_closed",
  });
  expect(await listExports(worker, at(ours))).toMatchObject([{ state: "cancelled" }]);
});

test("an export whose worker dies is written anew by another, one that is told to stop waits, one that is cancelled leaves nothing", async ({
  db,
  clock,
  worker,
  member,
  workspace,
}) => {
  const ours = await workspace();
  const workspaceId = ours.id;
  const owner = member(ours.ownerId);
  const { id: exportId } = await startExport(owner, { workspaceId, includesMedia: false });

  // A worker takes it and is never heard of again.
  const dead = await claimExport(worker);
  expect(dead?.id).toBe(exportId);
  expect(await takeDueExports(worker, never)).toBe(0);
  clock.advance(5 * 60_000);
  const stopping = new AbortController();
  const stopped = { ...worker, store: { ...worker.store, put: stopsFirst(worker, stopping) } };
  expect(await takeDueExports(stopped, stopping.signal)).toBe(0);
  expect(await exportFiles(db)).toEqual([]);
  expect(await takeDueExports(worker, never)).toBe(1);
  const [row] = await db.select().from(workspaceExports).where(eq(workspaceExports.id, exportId));
  expect(row).toMatchObject({ state: "ready", attempts: 2 });
  expect(await exportFiles(db)).toHaveLength(1);

  await endExport(owner, { workspaceId, exportId });
  expect(await exportFiles(db)).toEqual([]);
  expect(await worker.store.countLeft(`workspaces/${workspaceId}/`, never)).toBe(0);
  const { id: second } = await startExport(owner, { workspaceId, includesMedia: false });
  const cancelling = {
    ...worker,
    store: {
      ...worker.store,
      put: async (...args: Parameters<ExportContext["store"]["put"]>) => {
        await endExport(owner, { workspaceId, exportId: second });
        await worker.store.put(...args);
      },
    },
  };
  expect(await takeDueExports(cancelling, never)).toBe(0);
  expect(await exportFiles(db)).toEqual([]);
  expect(await listExports(worker, at(ours))).toMatchObject([{ state: "cancelled" }, {}]);
});

test("after an export the workspace's deletion is asked for; after one that fails nothing is deleted, and both are said", async ({
  db,
  clock,
  server,
  worker,
  member,
  workspace,
}) => {
  const [ours, failing, demoted] = [await workspace(), await workspace(), await workspace()];
  const erases = { choices: { deregisterNumber: false, deleteTemplates: false } };
  for (const { id: workspaceId, ownerId } of [ours, demoted]) {
    await startExport(member(ownerId), { workspaceId, includesMedia: false }, { erases });
  }
  await db
    .update(schema.memberships)
    .set({ role: "agent" })
    .where(eq(schema.memberships.userId, demoted.ownerId));
  expect(await takeDueExports(worker, never)).toBe(2);
  const expiresAt = new Date(clock.now().getTime() + 7 * day);
  expect(await db.select().from(erasureRequests)).toMatchObject([
    { subjectId: ours.id, state: "scheduled", purgeAfter: expiresAt },
  ]);
  expect(await listExports(worker, at(demoted))).toMatchObject([
    { state: "ready", erasureRefusal: "not_authorised" },
    {},
  ]);

  await startExport(
    member(failing.ownerId),
    { workspaceId: failing.id, includesMedia: false },
    { erases },
  );
  const before = await fingerprint(db, failing.id);
  server.fault = ({ operation }) => (operation === "PutObject" ? "fails" : undefined);
  for (let attempt = 1; attempt <= 3; attempt++) {
    await expect(takeDueExports(worker, never)).rejects.toThrow(AggregateError);
    clock.advance(60_000);
  }
  expect(await takeDueExports(worker, never)).toBe(0);
  const { workspace_exports: _, ...left } = await fingerprint(db, failing.id);
  expect(before).toMatchObject(left);
  expect(await db.select().from(erasureRequests)).toHaveLength(1);

  const sent: { to: string; subject: string; html: string }[] = [];
  const mailing = {
    ...worker,
    appUrl: "https://app.example.test",
    mailer: {
      send: async (mail: { to: string; subject: string; html: string }) => {
        sent.push(mail);
        return { ok: true as const, providerId: "1" };
      },
    },
  };
  for (const { workspaceId, id } of await db
    .select()
    .from(workspaceExports)
    .where(ne(workspaceExports.state, "cancelled"))) {
    expect(await sendNotice(mailing, { kind: "export", id, workspaceId })).toBe("sent");
    expect(await sendNotice(mailing, { kind: "export", id, workspaceId })).toBe("settled");
  }
  const to = (one: TestWorkspace) => sent.find((mail) => mail.to === one.ownerEmail);
  expect(to(ours)?.html).toContain("does not begin before");
  expect(to(ours)?.html).toContain("/download?until=");
  expect(to(demoted)?.html).toContain("nothing was deleted");
  expect(to(failing)?.subject).toBe("Your export could not be made");
  expect(to(failing)?.html).not.toContain("/download");
});

test("export, then delete takes the slug first, and waits for an export that is under way", async ({
  db,
  worker,
  member,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  const owner = member(ours.ownerId);
  const choices = { deregisterNumber: false, deleteTemplates: true };
  const asked = { workspaceId: ours.id, confirmSlug: ours.slug, choices, includesMedia: false };
  await startExport(owner, { workspaceId: ours.id, includesMedia: false });
  for (const [who, input, code] of [
    [owner, { ...asked, confirmSlug: ours.slug.toUpperCase() }, "slug_mismatch"],
    [member(ours.agentId), asked, "not_authorised"],
    [member(neighbour.ownerId), asked, "not_authorised"],
  ] as const) {
    await expect(exportThenErase(who, input)).rejects.toMatchObject({ code });
  }
  const open = eq(workspaceExports.state, "waiting");
  expect(await db.select().from(workspaceExports).where(open)).toMatchObject([
    { erasesWorkspace: false },
  ]);

  await exportThenErase(owner, asked);
  expect(await db.select().from(workspaceExports).where(open)).toMatchObject([
    { erasesWorkspace: true, erasureChoices: choices, requestedByUserId: ours.ownerId },
  ]);
  expect(await db.select().from(erasureRequests)).toEqual([]);
  expect(await takeDueExports(worker, never)).toBe(1);
  expect(await db.select().from(erasureRequests)).toMatchObject([
    { subjectId: ours.id, state: "scheduled" },
  ]);
});

test("a person's own export has what is theirs, and of others' records no more than that they name them", async ({
  db,
  worker,
  workspace,
}) => {
  const ours = await workspace();
  await db.update(messages).set({ authorUserId: ours.agentId, body: "Words of the workspace" });
  const bytes: Buffer[] = [];
  const take = async (zip: Readable) => {
    bytes.push(await buffer(zip));
  };
  expect(await exportAccount(worker, ours.agentId, take)).toBe(true);
  const zip = await unzip(bytes[0] ?? Buffer.alloc(0));
  const rows = (path: string) =>
    (zip.get(path) ?? "").split("\n").flatMap((line) => (line ? [asObject(JSON.parse(line))] : []));
  expect(rows("account/users.jsonl")).toMatchObject([
    { id: ours.agentId, email: `agent@${ours.slug}.test` },
  ]);
  expect(rows("account/sessions.jsonl")).toMatchObject([{ user_id: ours.agentId }]);
  const named = await db.select().from(messages);
  expect(rows("messages/messages.jsonl")).toHaveLength(named.length);
  for (const row of rows("messages/messages.jsonl")) {
    expect(Object.keys(row).sort()).toEqual(["author_user_id", "id", "workspace_id"]);
  }
  const all = [...zip.values()].join("\n");
  for (const foreign of [ours.ownerEmail, ours.ownerId, "Words of the workspace", "ciphertext"]) {
    expect(all, foreign).not.toContain(foreign);
  }
  for (let again = 2; again <= 5; again++) {
    expect(await exportAccount(worker, ours.agentId, take)).toBe(true);
  }
  expect(await exportAccount(worker, ours.agentId, take)).toBe(false);
  expect(bytes).toHaveLength(5);
});

test("once a contact's erasure has begun, no older export of the workspace can be had, and with the workspace all go", async ({
  db,
  as,
  worker,
  clock,
  member,
  workspace,
}) => {
  const [ours, neighbour] = [await workspace(), await workspace()];
  for (const { id: workspaceId, ownerId } of [ours, neighbour]) {
    await startExport(member(ownerId), { workspaceId, includesMedia: false });
  }
  expect(await takeDueExports(worker, never)).toBe(2);
  const [status] = await listExports(worker, at(ours));
  const link = linkOf(ours, status?.href);
  clock.advance(1);
  const owner = { ...as({ type: "owner", userId: ours.ownerId }), files: worker.store };
  const [contactId = ""] = ours.contactIds;
  await erase(owner, await scheduleContactErasure(owner, { workspaceId: ours.id, contactId }));
  expect(await openExport(worker, link)).toBeNull();
  expect(await sweepExports(worker)).toBe(1);
  expect(await exportFiles(db)).toMatchObject([{ workspaceId: neighbour.id }]);

  const bystanders = await fingerprint(db, neighbour.id);
  await startExport(member(ours.ownerId), { workspaceId: ours.id, includesMedia: false });
  expect(await takeDueExports(worker, never)).toBe(1);
  const whole = { workspaceId: ours.id, confirmSlug: ours.slug };
  await erase(owner, await scheduleWorkspaceErasure(owner, whole));
  expect(await worker.store.countLeft(`workspaces/${ours.id}/`, never)).toBe(0);
  expect(await fingerprint(db, neighbour.id)).toEqual(bystanders);
  expect(await exportFiles(db)).toMatchObject([{ workspaceId: neighbour.id }]);
});

/** By the tenant's column alone, not by the plan: what the map's own rows have to be. */
async function rowsOf(db: Db, key: string, table: PgTable, workspaceId: string) {
  const omitted: Readonly<Record<string, unknown>> = Reflect.get(leftOut, key) ?? {};
  const columns = getTableColumns(table);
  const gone = Object.entries(columns)
    .filter(([name, { generated }]) => generated !== undefined || name in omitted)
    .map(([, { name }]) => name);
  const own = key === "workspaces" ? sql`id` : sql`workspace_id`;
  const rows: unknown = await db.execute(sql`
    select to_json(whole) as row from ${table} whole where ${own} = ${workspaceId}
    ${key === "storedObjects" ? sql`and purpose <> 'export'` : sql``}`);
  if (!Array.isArray(rows)) throw new TypeError("The driver answered without rows.");
  return rows.map(({ row }) =>
    Object.fromEntries(Object.entries(asObject(row)).filter(([name]) => !gone.includes(name))),
  );
}

function asObject(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value ?? {}));
}

/** As README.txt tells a program to read a cell. */
function unguarded(row: Record<string, unknown>): Record<string, unknown> {
  return mapped(row, (cell) => String(cell).replace(/(?<=(?:^|[;\t\r\n]) *)'/g, ""));
}

function asCells(row: Record<string, unknown>): Record<string, unknown> {
  return mapped(row, (value) => {
    if (value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  });
}

function mapped(row: Record<string, unknown>, of: (value: unknown) => unknown) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const text = of(value);
      // JSON's own blanks say nothing.
      const isJson = typeof text === "string" && /^[[{]/.test(text);
      return [name, isJson ? JSON.parse(text) : text];
    }),
  );
}

function sorted(rows: readonly Record<string, unknown>[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(Object.entries(row).sort(([one], [other]) => one.localeCompare(other))),
    )
    .sort();
}

async function exportFiles(db: Db) {
  return await db.select().from(storedObjects).where(eq(storedObjects.purpose, "export"));
}

async function write(db: Db, { id, contactIds }: TestWorkspace, bodies: string[]): Promise<void> {
  const [conversation] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, contactIds[0] ?? ""));
  await db.insert(messages).values(
    bodies.map((body) => ({
      ...{ workspaceId: id, conversationId: conversation?.id ?? "", kind: "text" as const },
      ...{ direction: "inbound" as const, body },
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

/** A store that is told to stop while it takes the first file. */
function stopsFirst(ctx: ExportContext, stopping: AbortController): ExportContext["store"]["put"] {
  return async (...args) => {
    stopping.abort();
    await ctx.store.put(...args);
  };
}
