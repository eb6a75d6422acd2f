import { objectPrefix } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { discard } from "./discard";
import type { FileOwner, FileRef } from "./file-owner";
import type { FilesContext } from "./files-context";
import { shelfOf } from "./shelf-of";
import { upload } from "./upload";

/** How long an upload may take, unless the caller knows better. */
const defaultMinutes = 10;

type Body = {
  body: AsyncIterable<Uint8Array>;
  maxBytes?: number;
  uploadMinutes?: number;
};

export type FileToStore = Body & { owner: FileOwner; mimeType: string };

/**
 * Stores a file, encrypted: its row first, then its bytes, then the word that they are there.
 *
 * One that fails on the way leaves nothing, or a pending row for the sweeper. A file whose owner is
 * frozen meanwhile is not kept.
 *
 * @throws FileError `too_large` above `maxBytes`, `not_kept` when its row is gone meanwhile.
 */
export async function storeObject(
  ctx: FilesContext,
  { owner, mimeType, body, maxBytes, uploadMinutes }: FileToStore,
): Promise<{ id: string; key: string; sizeBytes: number }> {
  const shelf = shelfOf(ctx, owner);
  const id = newId();
  const key = `${objectPrefix(owner)}${id}`;
  const uploadUntil = endOf(ctx, uploadMinutes);
  const dataKey = await shelf.begin({ id, key, mimeType, uploadUntil });
  const file = { id, key, mimeType, dataKey, body, maxBytes, uploadUntil };
  try {
    return { id, key, sizeBytes: await upload(ctx, shelf, file) };
  } catch (error) {
    await discard(ctx, shelf, { id, key });
    throw error;
  }
}

/**
 * Brings the bytes of a file whose row was written before, with the message that carried it: as
 * `storeObject` does, and once. One that fails stays pending, to be tried again until it is swept.
 *
 * @returns null when there is no such row, its bytes are there, or its key has been destroyed.
 */
export async function storeBytes(
  ctx: FilesContext,
  file: FileRef,
  { body, maxBytes, uploadMinutes }: Body,
): Promise<{ sizeBytes: number } | null> {
  const shelf = shelfOf(ctx, file);
  const uploadUntil = endOf(ctx, uploadMinutes);
  const found = await shelf.beginAgain(file.id, uploadUntil);
  const dataKey = await shelf.keyOf(file.id);
  if (found === null || dataKey === null) return null;
  const { key, mimeType } = found;
  const sealing = dataKey === "plain" ? null : dataKey;
  const pending = { id: file.id, key, mimeType, dataKey: sealing, body, maxBytes, uploadUntil };
  return { sizeBytes: await upload(ctx, shelf, pending) };
}

function endOf({ now }: FilesContext, minutes = defaultMinutes): Date {
  return new Date(now().getTime() + minutes * 60_000);
}
