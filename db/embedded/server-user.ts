import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

export type ServerUser = { uid: number; gid: number };

const run = promisify(execFile);

/**
 * Whom the server runs as when we are root, which PostgreSQL refuses to be.
 *
 * Whoever owns the data already; else the machine's `postgres`; else `nobody`, so that no machine
 * gets a new user for a demo.
 */
export async function serverUser(dataDir: string): Promise<ServerUser> {
  const owner = await stat(dataDir).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return await idsOf("postgres").catch(() => idsOf("nobody"));
}

async function idsOf(name: string): Promise<ServerUser> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, name])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}
