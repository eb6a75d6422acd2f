import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { everyoneMayEnter } from "./everyone-may-enter";
import { makeFolder } from "./make-folder";
import { ownTemporaryFolder } from "./own-temporary-folder";

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

  const temporary = await ownTemporaryFolder(folder);
  return {
    folder: temporary,
    notice: `The database's user cannot enter ${folder}, so its data lies in ${temporary}.`,
  };
}
