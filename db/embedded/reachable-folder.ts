import { createHash } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { access, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "./make-folder";

export type ReachableFolder = { folder: string; notice: string | null };

/**
 * The folder asked for, or a temporary one where the database's user cannot reach that.
 *
 * PostgreSQL refuses to run as root, and its own user may not enter a private home folder. The
 * temporary folder is the same for the same wish, so a second start finds its data.
 *
 * @throws when the folder cannot be made or written to.
 */
export async function reachableFolder(asked: string, isRoot: boolean): Promise<ReachableFolder> {
  const folder = resolve(asked);
  await makeFolder(folder);
  await access(folder, constants.W_OK);
  if (!isRoot || (await everyoneMayEnter(folder))) return { folder, notice: null };

  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const temporary = join(tmpdir(), `lethe-${name}`);
  await makeFolder(temporary);
  return {
    folder: temporary,
    notice: `The database's user cannot enter ${folder}, so its data lies in ${temporary}.`,
  };
}

async function everyoneMayEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode }: Stats = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
