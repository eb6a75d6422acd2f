import { createHash } from "node:crypto";
import { access, constants, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeFolder } from "@/db/embedded/make-folder";
import { reachableFolder } from "@/db/embedded/reachable-folder";
import { stopLeftover } from "@/db/embedded/stop-leftover";
import { DemoError } from "./demo-error";

export type DataFolder = {
  path: string;
  /** The last demo on this folder was killed, and its processes may still be ending. */
  leftBehind: boolean;
  release(): Promise<void>;
};

/**
 * Takes the folder for this demo alone, and makes it.
 *
 * The lock is a listening socket, because that ends with its process however it ends; a file with a
 * process id would outlive a `kill -9`, and the id may by then belong to something else.
 *
 * @throws {DemoError} when another demo has it, or it can't be written.
 */
export async function openDataFolder(folder: string, fresh: boolean): Promise<DataFolder> {
  const socket = path.join(tmpdir(), `lethe-${digestOf(folder)}.sock`);
  if (await answers(socket)) {
    throw new DemoError(`Another demo is running on ${folder}. Stop it, or use --data FOLDER.`);
  }
  const leftBehind = await exists(socket);
  await rm(socket, { force: true });
  const lock = await listen(socket);

  try {
    await prepare(folder, fresh);
  } catch (error) {
    lock.close();
    throw unusable(folder, error);
  }
  return {
    path: folder,
    leftBehind,
    release: () => new Promise((done) => lock.close(() => done())),
  };
}

/** Embedded PostgreSQL may run as another user, so the folder is open and its files are not. */
async function prepare(folder: string, fresh: boolean): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  if (fresh) await startOver(folder);
}

/** Removes what demos put there, and nothing else: the folder may be anybody's. */
async function startOver(folder: string): Promise<void> {
  const database = await embeddedDataFolder(folder);
  await stopLeftover(path.join(database, "postgres"));
  const ours = [
    ...["keys.json", "objects", "demo.json", "postgres-initialised", "postgres"],
    ...["app.log", "build.log", "postgres.log", "worker.log"],
  ];
  for (const name of ours) {
    await rm(path.join(folder, name), { recursive: true, force: true });
    await rm(path.join(database, name), { recursive: true, force: true });
  }
}

async function embeddedDataFolder(folder: string): Promise<string> {
  return (await reachableFolder(folder, process.getuid?.() === 0)).folder;
}

function unusable(folder: string, error: unknown): DemoError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DemoError(
    `The data folder ${folder} can't be used: ${reason}. Choose another with --data FOLDER.`,
    { cause: error },
  );
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket, () => {
      probe.destroy();
      resolve(true);
    });
    probe.on("error", () => resolve(false));
  });
}

function listen(socket: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.unref();
    server.once("error", reject);
    server.listen(socket, () => resolve(server));
  });
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}

function digestOf(folder: string): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 16);
}
