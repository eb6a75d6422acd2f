import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import getPort from "get-port";
import postgres from "postgres";
import { initialise } from "./embedded/initialise";
import { reachableFolder } from "./embedded/reachable-folder";
import { serverPrograms } from "./embedded/server-programs";
import { serverUser } from "./embedded/server-user";
import { type RunningServer, spawnServer } from "./embedded/spawn-server";
import { stopLeftover } from "./embedded/stop-leftover";

export type EmbeddedDatabase = RunningServer & {
  /** The address of the database `lethe` on it. */
  url: string;
  /** Where the data lies; not always where it was asked for, see `notice`. */
  dataDir: string;
  /** A sentence for people when the data could not lie where it was asked for. */
  notice: string | null;
  /** What the server says of itself. */
  logFile: string;
};

type EmbeddedOptions = {
  dataDir: string;
  /** False for tests: a crash of the machine may lose data, and everything is faster. */
  isDurable?: boolean;
  /** Where to listen, for who is known by an address already; a free port unless given. */
  port?: number;
};

/** PostgreSQL could not be started; the message is a sentence for people. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";
}

const password = "lethe";
const isRoot = process.getuid?.() === 0;

/**
 * Starts a real PostgreSQL from npm on a loopback port, with its data in a folder.
 *
 * A folder whose initialisation never finished is initialised again; a server that an ended
 * process left running there is stopped first. As root it runs as another user, and in a temporary
 * folder where that user cannot reach the one asked for. It ends with this process, however that
 * ends.
 *
 * @throws EmbeddedDatabaseError with the last lines that PostgreSQL said.
 */
export async function startEmbeddedPostgres({
  dataDir: asked,
  isDurable = true,
  port: wanted,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { folder, notice } = await reachableFolder(asked, isRoot).catch((error: unknown) => {
    throw refusal(asked, error, []);
  });
  const dataDir = join(folder, "postgres");
  const logFile = join(folder, "postgres.log");
  try {
    const port = wanted ?? (await getPort());
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/lethe`;
    const server = await start(folder, dataDir, logFile, { port, isDurable });
    await createDatabase(url).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return { ...server, url, dataDir, notice, logFile };
  } catch (error) {
    const said = (await readFile(logFile, "utf8").catch(() => "")).trimEnd().split("\n").slice(-5);
    throw refusal(dataDir, error, said);
  }
}

async function start(
  folder: string,
  dataDir: string,
  logFile: string,
  { port, isDurable }: { port: number; isDurable: boolean },
): Promise<RunningServer> {
  const { initdb, postgres } = await serverPrograms(isRoot);
  const user = isRoot ? await serverUser(dataDir) : null;
  const initialised = join(folder, "postgres-initialised");

  await stopLeftover(dataDir);
  if (!existsSync(initialised)) {
    await initialise({ initdb, dataDir, user, password, isDurable });
    await writeFile(initialised, "");
  }
  const settings = settingsFor(port, isDurable);
  const giveUpAt = performance.now() + lingerMilliseconds;
  for (;;) {
    try {
      return await spawnServer({ postgres, dataDir, user, settings, logFile });
    } catch (error) {
      if (performance.now() > giveUpAt || !(await isStillHeld(logFile))) throw error;
      await setTimeout(100);
    }
  }
}

/** Of a server that was killed the last sessions end a moment later than it does. */
const lingerMilliseconds = 20_000;

async function isStillHeld(logFile: string): Promise<boolean> {
  return (await readFile(logFile, "utf8")).includes("pre-existing shared memory block");
}

function settingsFor(port: number, isDurable: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
}

async function createDatabase(url: string): Promise<void> {
  const server = postgres(new URL("/postgres", url).href, { max: 1, onnotice: () => {} });
  try {
    const name = new URL(url).pathname.slice(1);
    const [existing] = await server`select from pg_database where datname = ${name}`;
    if (!existing) await server`create database ${server(name)}`;
  } finally {
    await server.end();
  }
}

function refusal(folder: string, cause: unknown, said: readonly string[]): EmbeddedDatabaseError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const sentence = `PostgreSQL could not be started in ${folder}: ${reason}.`;
  return new EmbeddedDatabaseError([sentence, ...said].join("\n").trimEnd(), { cause });
}
