import { FileError } from "./file-error";
import type { FilesContext } from "./files-context";
import type { Shelf } from "./shelf";

/**
 * Takes a file's bytes away, all versions and unfinished uploads of them, then its row. Repeatable.
 *
 * @throws FileError `still_there` when the store has something of it afterwards; the row stays.
 */
export async function discard(
  { store }: Pick<FilesContext, "store">,
  shelf: Pick<Shelf, "remove">,
  { id, key }: { id: string; key: string },
): Promise<void> {
  // No key begins with another: they all end in an id.
  while ((await store.erasePage(key)) > 0);
  if (!(await store.isGone(key))) {
    throw new FileError("still_there", "The store still has a file that it was told to delete.");
  }
  await shelf.remove(id);
}
