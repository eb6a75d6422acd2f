import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import getPort from "get-port";
import { describe, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded";
import { initialise } from "@/db/embedded/initialise";
import { serverUser } from "@/db/embedded/server-user";
import { spawnServer } from "@/db/embedded/spawn-server";
import {
  contacts,
  erasureRequests,
  erasureTombstoneLog,
  storedObjects,
  users,
  workspaceKeys,
  workspaces,
} from "@/db/schema";
import {
  createDataKey,
  createVault,
  digestToken,
  newConfirmationCode,
  newToken,
  parseMasterKey,
} from "@/lib/crypto";
import {
  type Actor,
  advanceRun,
  type ErasureContext,
  scheduleAccountErasure,
  scheduleContactErasure,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import { type FilesContext, openObject, storeObject } from "@/lib/files";
import { createJobs, openBoss } from "@/lib/jobs";
import { partKeys } from "@/lib/keys/part-keys";
import { migrateDatabase } from "@/lib/migrate-database";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { policyProfile } from "@/lib/policy/policy-profile";
import { createReceiptSigner } from "@/lib/receipts";
import { createObjectStore, type ObjectStore } from "@/lib/storage";
import { bundleScript } from "@/lib/testing/bundled-script";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { fingerprint } from "@/lib/testing/fingerprint";
import { nobodyToTell } from "@/lib/testing/nobody-to-tell";
import { roomyMemory } from "@/lib/testing/roomy-memory";
import { type S3Server, startS3Server } from "@/lib/testing/s3/s3-server";
import { findUndone } from "./find-undone";
import { storeTombstones } from "./store-tombstones";

const masterKey = randomBytes(32).toString("base64");
const master = parseMasterKey(masterKey);
const vault = createVault(master);

type FileRef = { workspaceId: string; id: string };

/** What is started apart, each in a process of its own, by its name. */
const parts = `
  const [, , part] = process.argv;
  if (part === "worker") await import("./scripts/worker");
  if (part === "replay") await import("./scripts/replay");
  if (part === "app") {
    const { register } = await import("./instrumentation");
    await register();
  }
  if (part === "health") {
    const { GET } = await import("./app/api/health/route");
    const answer = await GET();
    console.log(answer.status, await answer.text());
    process.exit();
  }`;

const programs = await dumpPrograms();

describe("a restored backup serves nobody until its erasures are replayed; then nothing is back, and nobody else lost anything:", () => {
  test("a copy of a stopped server's folder", { timeout: 240_000 }, async () => {
    await restoreAndReplay(openCopied);
  });

  // npm brings the server alone: a machine without PostgreSQL's own programs has nothing to dump with.
  test.skipIf(programs === null)("pg_dump, drop, pg_restore", { timeout: 240_000 }, async () => {
    await restoreAndReplay((folder) => openDumped(folder, programs ?? expect.unreachable()));
  });
});

async function restoreAndReplay(open: (folder: string) => Promise<BackedUp>): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const s3 = await startS3Server();
  stack.defer(s3.stop);
  const store = createObjectStore({
    ...{ endpoint: s3.endpoint, bucket: s3.bucket },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const folder = await mkdtemp(path.join((await roomyMemory()) ?? tmpdir(), "lethe-restore-"));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const server = await open(folder);
  stack.defer(() => server.stop());

  // What stands when the backup is made.
  await migrateDatabase(server.url());
  const [doomed, shop, neighbour] = await withDatabase(server.url(), async ({ db }) => [
    await createWorkspace(db, { contacts: 2 }),
    await createWorkspace(db, { contacts: 3 }),
    await createWorkspace(db, { contacts: 2 }),
  ]);
  const [lost, kept] = await withDatabase(server.url(), async ({ db }) => {
    const ctx = { db, store, master, now: () => new Date() };
    const stored = [await storeMedia(ctx, doomed.id), await storeMedia(ctx, neighbour.id)] as const;
    // `createWorkspace` puts a key there that is none.
    await db.delete(workspaceKeys).where(eq(workspaceKeys.wrappedKey, "wrapped"));
    await partKeys(ctx);
    return stored;
  });
  expect(await store.countLeft(`workspaces/${doomed.id}/`), "a file, and its key's part").toBe(2);
  await server.backUp();

  // What is erased after it.
  const codes = await withDatabase(server.url(), (connection) =>
    eraseAll(connection, store, server.url(), doomed, shop),
  );
  const after = await withDatabase(server.url(), async (connection) => {
    expect(await findUndone(connection.db, store)).toBe("none");
    return await stateOf(connection, shop, neighbour);
  });

  await server.restore();
  const environment = environmentOf(server.url(), s3);
  const bundle = await bundleScript({ code: parts });
  stack.defer(bundle.remove);
  const run = (part: "worker" | "app" | "health" | "replay") => bundle.run([part], environment);
  await withDatabase(server.url(), async (connection) => {
    expect(await whoIsThere(connection, doomed, shop)).toEqual([1, 1, 1]);
    expect(await findUndone(connection.db, store)).toBe("unknown_here");
    // Its row and its key are back, and lead to nothing.
    const ctx = { db: connection.db, store, master, now: () => new Date() };
    expect(await connection.db.$count(storedObjects, eq(storedObjects.id, lost.id))).toBe(1);
    expect(await openObject(ctx, lost)).toBeNull();
    expect(await mediaOf(ctx, kept)).toBe("a voice note");
  });

  // Nobody is served.
  const refused = { code: 1, errors: expect.stringContaining("`npm run replay`") };
  const [working, started, asked] = await Promise.all([run("worker"), run("app"), run("health")]);
  expect(working).toMatchObject(refused);
  expect(started).toMatchObject(refused);
  expect(asked.output).toContain("503");

  // The replay, and once more.
  const replayed = await run("replay");
  expect(replayed).toMatchObject({ code: 0, output: expect.stringMatching(/^3 erasures were/m) });
  const [again, answered] = await Promise.all([run("replay"), run("health")]);
  expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/^0 erasures were/m) });
  expect(answered.output).toContain("200");
  await withDatabase(server.url(), async (connection) => {
    const { db } = connection;
    expect(await findUndone(db, store)).toBe("none");
    expect(await whoIsThere(connection, doomed, shop)).toEqual([0, 0, 0]);
    expect(await stateOf(connection, shop, neighbour)).toEqual(after);
    const ctx = { db, store, master, now: () => new Date() };
    expect(await db.$count(storedObjects, eq(storedObjects.id, lost.id))).toBe(0);
    expect(await store.countLeft(`workspaces/${doomed.id}/`)).toBe(0);
    expect(await mediaOf(ctx, kept)).toBe("a voice note");
    expect(await store.countLeft(`workspaces/${neighbour.id}/`)).toBe(2);

    const requests = await db.select().from(erasureRequests);
    expect(requests.map(({ confirmationCode }) => confirmationCode).sort()).toEqual(codes);
    expect(requests.map(({ state }) => state)).toEqual(
      Array(3).fill(expect.stringMatching(/^compl/)),
    );
    const log = await db.select().from(erasureTombstoneLog);
    expect(log.filter(({ isToReplay }) => isToReplay)).toEqual([]);
    expect(log.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
}

/** A server of which a backup is made, and brought back in the place of what it holds by then. */
type BackedUp = {
  url(): string;
  backUp(): Promise<void>;
  restore(): Promise<void>;
  stop(): Promise<void>;
};

/** Its folder, copied while it is stopped. */
async function openCopied(folder: string): Promise<BackedUp> {
  const copied = path.join(folder, "backup");
  const start = () => startEmbeddedPostgres({ dataDir: folder, isDurable: false });
  let server = await start();
  const whileStopped = async (act: () => Promise<void>) => {
    await server.stop();
    await act();
    server = await start();
  };
  return {
    url: () => server.url,
    backUp: () => whileStopped(() => copy(server.dataDir, copied)),
    restore: () =>
      whileStopped(async () => {
        await rm(server.dataDir, { recursive: true });
        await copy(copied, server.dataDir);
      }),
    stop: () => server.stop(),
  };
}

/** As operators do it, with the programs that the machine has, and their server. */
async function openDumped(
  folder: string,
  { bin, run }: NonNullable<typeof programs>,
): Promise<BackedUp> {
  const dataDir = path.join(folder, "postgres");
  const [initdb, postgres] = [path.join(bin, "initdb"), path.join(bin, "postgres")];
  const user = process.getuid?.() === 0 ? await serverUser(dataDir) : null;
  const [port, password] = [await getPort(), "lethe"];
  // An older one does not know what is left out for tests.
  await initialise({ initdb, dataDir, user, password, isDurable: true });
  const settings = { port: `${port}`, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
  const logFile = path.join(folder, "postgres.log");
  const { stop } = await spawnServer({ postgres, dataDir, user, settings, logFile });
  const address = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const url = address("lethe");
  const dump = path.join(folder, "lethe.dump");
  const on = (statement: string) =>
    run("psql", ["--set=ON_ERROR_STOP=1", `--dbname=${address("postgres")}`, "-c", statement]);
  await on("create database lethe");
  return {
    url: () => url,
    backUp: () => run("pg_dump", ["--format=custom", `--file=${dump}`, url]),
    restore: async () => {
      await on("drop database lethe");
      await on("create database lethe");
      await run("pg_restore", ["--exit-on-error", `--dbname=${url}`, dump]);
    },
    stop,
  };
}

/** Where the machine's own PostgreSQL has its programs, the newest first; null where it has none. */
async function dumpPrograms() {
  const wanted = ["initdb", "postgres", "psql", "pg_dump", "pg_restore"];
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const installed: string[] = [];
  for await (const folder of glob("/usr/lib/postgresql/*/bin")) installed.push(folder);
  const bin = [...installed.toSorted().reverse(), ...onPath].find((folder) =>
    wanted.every((name) => existsSync(path.join(folder, name))),
  );
  if (bin === undefined) return null;
  const run = async (name: string, given: string[]) => {
    await promisify(execFile)(path.join(bin, name), given);
  };
  return { bin, run };
}

async function withDatabase<T>(url: string, act: (it: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url, { max: 4 });
  try {
    return await act(connection);
  } finally {
    await connection.close();
  }
}

/** As its owner, an agent and its business ask for it: a workspace, an account and a contact. */
async function eraseAll(
  { db }: Connection,
  store: ObjectStore,
  url: string,
  doomed: TestWorkspace,
  open: TestWorkspace,
): Promise<string[]> {
  const boss = await openBoss(url, "sender");
  const now = () => new Date();
  const as = (actor: Actor): ErasureContext => ({
    ...{ db, actor, now, vault, newConfirmationCode, newToken, digestToken },
    jobs: createJobs(async () => boss),
    receipts: createReceiptSigner({ vault, issuer: "https://lethe.test", now }),
    recipients: nobodyToTell,
    rules: erasureRules(policyProfile("default")),
    files: store,
  });
  try {
    const agent = as({ type: "agent", userId: open.agentId });
    await scheduleAccountErasure(agent, { userId: open.agentId, prove: async () => {} });
    const owner = (userId: string) => as({ type: "owner", userId });
    const contact = { workspaceId: open.id, contactId: open.contactIds[0] ?? "" };
    await scheduleContactErasure(owner(open.ownerId), contact);
    const workspace = { workspaceId: doomed.id, confirmSlug: doomed.slug };
    await scheduleWorkspaceErasure(owner(doomed.ownerId), workspace);
    await db.update(erasureRequests).set({ purgeAfter: null });
    const requests = await db.select().from(erasureRequests);
    for (const { id } of requests) {
      while ((await advanceRun(as({ type: "system" }), id)) === "again");
    }
    const ended = await db.select().from(erasureRequests);
    expect(ended.map(({ state }) => state)).toEqual(Array(3).fill(expect.stringMatching(/^compl/)));
    expect(await storeTombstones({ db, now, store })).toBe(3);
    return requests.map(({ confirmationCode }) => confirmationCode).sort();
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** A file of the workspace, encrypted under a data key of its own. */
async function storeMedia(ctx: FilesContext, workspaceId: string): Promise<FileRef> {
  const { id, wrappedKey } = await createDataKey(ctx.master, workspaceId);
  await ctx.db.insert(workspaceKeys).values({ workspaceId, id, wrappedKey });
  const owner = { workspaceId, purpose: "media" as const };
  const body = Readable.from([Buffer.from("a voice note")]);
  const stored = await storeObject(ctx, { owner, mimeType: "audio/wav", body });
  return { workspaceId, id: stored.id };
}

async function mediaOf(ctx: FilesContext, file: FileRef): Promise<string | null> {
  const opened = await openObject(ctx, file);
  return opened && (await text(opened.body));
}

async function whoIsThere({ db }: Connection, doomed: TestWorkspace, open: TestWorkspace) {
  const [contactId = ""] = open.contactIds;
  const [workspace, agent, contact] = [
    await db.select().from(workspaces).where(eq(workspaces.id, doomed.id)),
    await db.select().from(users).where(eq(users.id, open.agentId)),
    await db.select().from(contacts).where(eq(contacts.id, contactId)),
  ];
  return [workspace, agent, contact].map(({ length }) => length);
}

/** Every byte of the neighbour; of the workspace that lost a contact all but when that was. */
async function stateOf({ db }: Connection, open: TestWorkspace, neighbour: TestWorkspace) {
  const all = await fingerprint(db, open.id);
  const { contact_fences: _when, address_tombstones: _since, ...rest } = all;
  return [rest, await fingerprint(db, neighbour.id)];
}

async function copy(from: string, to: string): Promise<void> {
  await promisify(execFile)("cp", ["-a", from, to]);
}

function environmentOf(databaseUrl: string, s3: S3Server) {
  return {
    ...{ DATABASE_URL: databaseUrl, MASTER_KEY: masterKey, APP_URL: "https://lethe.test" },
    ...{ META_APP_SECRETS: "newest-secret", RESEND_API_KEY: "re_123", MAIL_FROM: "p@lethe.test" },
    ...{ S3_BUCKET: s3.bucket, S3_ENDPOINT: s3.endpoint, NEXT_RUNTIME: "nodejs" },
    ...{ S3_ACCESS_KEY_ID: "test", S3_SECRET_ACCESS_KEY: "test" },
  };
}
