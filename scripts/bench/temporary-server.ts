import { readFileSync, rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { startEmbeddedPostgres } from "@/db/embedded";

export type TemporaryServer = {
  /** The address of a database on it. */
  url(database: string): string;
  /** The server's own maintenance connection; it holds on to no database that is copied. */
  admin: postgres.Sql;
  stop(): Promise<void>;
};

/**
 * A durable PostgreSQL in a folder of its own, with default settings but for those given.
 *
 * Nothing of it is left, also when the process is interrupted: as it ends, however it does, a server
 * that still runs is stopped and the folder removed.
 */
export async function startTemporaryServer(
  settings: ReadonlyMap<string, string> = new Map(),
): Promise<TemporaryServer> {
  const folder = await mkdtemp(join(tmpdir(), "purge-bench-"));
  await chmod(folder, 0o755); // PostgreSQL never runs as root, and its own user has to get in.
  const folders = new Set([folder]);
  process.once("exit", () => {
    for (const path of folders) removeAtOnce(path);
  });

  const server = await startEmbeddedPostgres({ dataDir: folder });
  folders.add(dirname(server.dataDir));
  const url = (database: string) => Object.assign(new URL(server.url), { pathname: database }).href;
  const admin = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  for (const [name, value] of settings) {
    await admin.unsafe(`alter system set ${name} = '${value}'`);
  }
  await admin`select pg_reload_conf()`;
  return {
    url,
    admin,
    async stop() {
      await admin.end({ timeout: 5 });
      await server.stop();
      for (const path of folders) await rm(path, { recursive: true, force: true });
    },
  };
}

/** There is no waiting for promises in a process that ends. */
function removeAtOnce(folder: string): void {
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const pid = serverPid(folder);
    if (pid === null || !isSent(pid, "SIGQUIT")) break;
    Atomics.wait(nap, 0, 0, 50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** The server that holds the data in this folder, by the file that it keeps there while it runs. */
function serverPid(folder: string): number | null {
  try {
    const [pid = ""] = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
    return Number.parseInt(pid, 10);
  } catch {
    return null;
  }
}

/** Whether there was anybody to receive the signal. */
function isSent(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
