import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const patienceMilliseconds = 10_000;

/**
 * Stops a server that an earlier, killed process left running on this very data folder.
 *
 * Its id stands in the folder's own `postmaster.pid`; a process of another name that has since been
 * given that id is left alone.
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const pid = await leftoverPid(dataDir);
  if (pid === null) return;
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything down.
  process.kill(pid, "SIGINT");
  const giveUpAt = Date.now() + patienceMilliseconds;
  while ((await leftoverPid(dataDir)) === pid) {
    if (Date.now() > giveUpAt) throw new Error(`an earlier server (process ${pid}) does not stop`);
    await setTimeout(50);
  }
}

async function leftoverPid(dataDir: string): Promise<number | null> {
  const pidFile = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(absent);
  const pid = Number(pidFile?.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(absent);
  return name?.trim() === "postgres" ? pid : null;
}

function absent(error: unknown): null {
  if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return null;
  throw error;
}
