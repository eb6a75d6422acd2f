import { readFile } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import { type EmbeddedDatabase, startEmbeddedPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/lib/migrate-database";

/** A durable PostgreSQL that dies in the middle of its work and comes back at the same address. */
export type FrailDatabase = {
  url: string;
  /** `SIGQUIT` is what `pg_ctl stop -m immediate` sends; `SIGKILL` gives it no time at all. */
  kill(signal: "SIGQUIT" | "SIGKILL"): Promise<void>;
  /** Settles when the server has ended by itself. */
  ended(): Promise<string>;
  /** Once it has ended. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** @param folder everybody may enter it: as root the server runs as another user. */
export async function startFrailDatabase(folder: string): Promise<FrailDatabase> {
  const port = await getPort();
  const start = () => startEmbeddedPostgres({ dataDir: folder, port });
  let server: EmbeddedDatabase = await start();
  await migrateDatabase(server.url);
  return {
    url: server.url,
    async kill(signal) {
      const written = await readFile(join(server.dataDir, "postmaster.pid"), "utf8");
      process.kill(Number(written.split("\n")[0]), signal);
      await server.ended;
    },
    ended: () => server.ended,
    async restart() {
      await server.ended;
      server = await start();
    },
    stop: () => server.stop(),
  };
}
