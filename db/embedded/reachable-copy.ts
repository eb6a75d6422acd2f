import { existsSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { everyoneMayEnter } from "./everyone-may-enter";
import { ownTemporaryFolder } from "./own-temporary-folder";

/**
 * The folder itself, or a copy of it where every user may enter. Each edition is copied once.
 *
 * The copy appears in one step, so that neither a killed start nor a second one at the same time
 * leaves or meets half of it.
 */
export async function reachableCopy(folder: string, edition: string): Promise<string> {
  if (await everyoneMayEnter(folder)) return folder;

  const home = await ownTemporaryFolder(`${folder} ${edition}`);
  const copy = join(home, "copy");
  if (existsSync(copy)) return copy;

  const half = await mkdtemp(join(home, "half-"));
  await cp(folder, join(half, "copy"), { recursive: true, verbatimSymlinks: true });
  await rename(join(half, "copy"), copy).catch((error: unknown) => {
    if (!existsSync(copy)) throw error;
  });
  await rm(half, { recursive: true, force: true });
  return copy;
}
