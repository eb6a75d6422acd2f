import { execFile } from "node:child_process";
import { chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ServerUser } from "./server-user";

type Initialisation = {
  initdb: string;
  dataDir: string;
  user: ServerUser | null;
  password: string;
  isDurable: boolean;
};

const run = promisify(execFile);

/** Makes an empty cluster. @throws with what `initdb` said. */
export async function initialise(cluster: Initialisation): Promise<void> {
  const { initdb, dataDir, user, password, isDurable } = cluster;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const secret = await mkdtemp(join(tmpdir(), "lethe-secret-"));
  const passwordFile = join(secret, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    for (const path of [dataDir, secret, passwordFile]) await chown(path, user.uid, user.gid);
  }
  // Tests connect thousands of times, with a password that is no secret.
  const quick = ["--no-sync", "--set=scram_iterations=1"];
  try {
    const flags = [
      ...["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
      ...["--encoding=UTF8", "--locale=C", ...(isDurable ? [] : quick)],
    ];
    await run(initdb, [`--pgdata=${dataDir}`, ...flags], { ...user, cwd: tmpdir() });
  } finally {
    await rm(secret, { recursive: true, force: true });
  }
}
