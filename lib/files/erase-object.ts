import { discard } from "./discard";
import type { FileRef } from "./file-owner";
import type { FilesContext } from "./files-context";
import { shelfOf } from "./shelf-of";

/**
 * Erases a file: every version of its bytes first, asked of the store to be gone, then its row.
 * Repeatable: a file that is gone is done.
 *
 * @throws FileError `still_there` when the store keeps something of it.
 */
export async function eraseObject(ctx: FilesContext, file: FileRef): Promise<void> {
  const shelf = shelfOf(ctx, file);
  const found = await shelf.find(file.id);
  if (found !== null) await discard(ctx, shelf, { id: file.id, key: found.key });
}
