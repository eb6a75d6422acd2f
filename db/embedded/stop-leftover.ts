import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const patienceMilliseconds = 10_000;

/**
 * Stops a server that still runs on this very data folder, and removes the note that one that was
 * killed has left of itself.
 *
 * The id in that note, `postmaster.pid`, may by now be another process's, even another
 * PostgreSQL's: only a process that lives in this folder is stopped.
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const pid = await leftoverPid(dataDir);
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything down.
  if (pid !== null) process.kill(pid, "SIGINT");

  const giveUpAt = Date.now() + patienceMilliseconds;
  while (pid !== null && (await leftoverPid(dataDir)) === pid) {
    if (Date.now() > giveUpAt) throw new Error(`an earlier server (process ${pid}) does not stop`);
    await setTimeout(50);
  }
  if (process.platform === "linux") await rm(join(dataDir, "postmaster.pid"), { force: true });
}

/** A server's working directory is its data folder. */
async function leftoverPid(dataDir: string): Promise<number | null> {
  const written = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(absent);
  const pid = Number(written?.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const home = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return home === (await realpath(dataDir)) ? pid : null;
}

function absent(error: unknown): null {
  if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return null;
  throw error;
}
