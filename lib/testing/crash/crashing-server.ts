import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/lib/migrate-database";
import { roomyMemory } from "@/lib/testing/roomy-memory";

/**
 * A PostgreSQL of a test's own that is durable, and can be killed and started again. Its files lie in memory
 * where there is room: what it has written outlives it there, too.
 */
export type CrashingServer = {
  url: string;
  /** The process to send `SIGQUIT`: what `pg_ctl stop -m immediate` does. */
  pid: number;
  /** Starts it again on the same data, once it has ended. */
  restart(): Promise<CrashingServer>;
  remove(): Promise<void>;
};

export async function startCrashingServer(): Promise<CrashingServer> {
  const folder = await mkdtemp(join((await roomyMemory()) ?? tmpdir(), "lethe-crash-"));
  // As root the server runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const server = await start(folder);
  await migrateDatabase(server.url);
  return server;
}

async function start(folder: string): Promise<CrashingServer> {
  const { url, dataDir, ended, stop } = await startEmbeddedPostgres({ dataDir: folder });
  const [pid] = (await readFile(join(dataDir, "postmaster.pid"), "utf8")).split("\n");
  return {
    url,
    pid: Number(pid),
    async restart() {
      await ended;
      return await start(folder);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
