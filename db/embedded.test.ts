import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { test as base, expect, vi } from "vitest";
import { type EmbeddedDatabase, startEmbeddedPostgres } from "./embedded";

const test = base.extend<{ folder: string; start: () => Promise<EmbeddedDatabase> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "lethe-embedded-"));
    await chmod(folder, 0o755);
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use) => {
    const started: EmbeddedDatabase[] = [];
    await use(async () => {
      const server = await startEmbeddedPostgres({ dataDir: folder, isDurable: false });
      started.push(server);
      return server;
    });
    for (const server of started) await server.stop();
  },
});

test("a second start finds the data of the first", async ({ start }) => {
  const first = await start();
  await query(first.url, "create table kept as select 1 as one");
  await first.stop();
  expect(await first.ended).toBe("exit code 0");

  const second = await start();
  expect(await query(second.url, "select one from kept")).toEqual([{ one: 1 }]);
});

test("an initialisation that was cut off is made again", async ({ folder, start }) => {
  const { dataDir, stop } = await start();
  await stop();
  await rm(join(dirname(dataDir), "postgres-initialised"));
  await rm(join(dataDir, "global"), { recursive: true });
  expect(dataDir).toBe(join(folder, "postgres"));

  const again = await start();
  expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a killed server's note never ends the process that has its id now", async ({ start }) => {
  const { dataDir, stop } = await start();
  const note = await readFile(join(dataDir, "postmaster.pid"), "utf8");
  await stop();
  const innocent = spawn("sleep", ["60"]);
  await writeFile(
    join(dataDir, "postmaster.pid"),
    note.replace(/^\d+/, String(innocent.pid)).replace(/^ready.*/m, "ready   "),
  );

  const again = await start();
  expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
  innocent.kill();
});

test("a server ends with the process that started it, also when that is killed", async ({
  folder,
}) => {
  const moduleUrl = pathToFileURL(join(import.meta.dirname, "embedded.ts")).href;
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(moduleUrl)});
    const { dataDir } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, isDurable: false });
    console.log(dataDir);`;
  const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]);
  const [dataDir] = await once(parent.stdout, "data");
  const note = await readFile(join(String(dataDir).trim(), "postmaster.pid"), "utf8");
  const pid = Number(note.split("\n")[0]);
  expect(isAlive(pid)).toBe(true);

  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
});

test("a server that was killed is started again once its last session has ended", async ({
  start,
}) => {
  const { url, dataDir, ended } = await start();
  const sql = postgres(url, { max: 1, onclose: () => {} });
  const [session] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const lingering = session?.pid ?? expect.unreachable();
  process.kill(lingering, "SIGSTOP");
  const note = await readFile(join(dataDir, "postmaster.pid"), "utf8");
  process.kill(Number(note.split("\n")[0]), "SIGKILL");
  await ended;

  let isGone = false;
  const goes = setTimeout(() => {
    isGone = true;
    process.kill(lingering, "SIGKILL");
  }, 2_000);
  try {
    const again = await start();
    expect(isGone).toBe(true);
    expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
  } finally {
    clearTimeout(goes);
    if (isAlive(lingering)) process.kill(lingering, "SIGKILL");
    await sql.end({ timeout: 0 }).catch(() => {});
  }
});

test("a folder that cannot be made is refused with a sentence", async ({ folder }) => {
  await writeFile(join(folder, "file"), "");
  await expect(startEmbeddedPostgres({ dataDir: join(folder, "file", "below") })).rejects.toThrow(
    /^PostgreSQL could not be started in .*file\/below/,
  );
});

async function query(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql.unsafe(statement);
  await sql.end();
  return [...rows];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
