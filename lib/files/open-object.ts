import { Readable } from "node:stream";
import { openStream } from "@/lib/crypto";
import { FileError } from "./file-error";
import type { FileRef } from "./file-owner";
import type { FilesContext } from "./files-context";
import { shelfOf } from "./shelf-of";

export type OpenedFile = { body: Readable; mimeType: string; sizeBytes: number };

/**
 * Opens a stored file to be read, decrypted as it streams. Authorising the reader is the caller's.
 *
 * @returns null when there is no such file, it has not arrived, or its key has been destroyed. Bytes
 * that were tampered with or cut off error the stream.
 */
export async function openObject(ctx: FilesContext, file: FileRef): Promise<OpenedFile | null> {
  const shelf = shelfOf(ctx, file);
  const found = await shelf.find(file.id);
  if (found?.state !== "stored" || found.sizeBytes === null) return null;
  const dataKey = await shelf.keyOf(file.id);
  if (dataKey === null) return null;
  const stored = await ctx.store.get(found.key);
  if (stored === null) return null;

  const body =
    dataKey === "plain"
      ? stored.body
      : Readable.from(openStream(dataKey, stored.body, found.key), { objectMode: false });
  return { body, mimeType: found.mimeType, sizeBytes: found.sizeBytes };
}

/**
 * A short-lived address at which the store itself hands out a file that is not encrypted.
 *
 * @returns null when there is no such file. @throws FileError `encrypted` for an encrypted one.
 */
export async function signedUrl(
  ctx: FilesContext,
  file: FileRef,
  { validSeconds, fileName }: { validSeconds: number; fileName?: string },
): Promise<string | null> {
  const shelf = shelfOf(ctx, file);
  const found = await shelf.find(file.id);
  if (found?.state !== "stored") return null;
  if ((await shelf.keyOf(file.id)) !== "plain") {
    throw new FileError("encrypted", "An encrypted file has to be opened here.");
  }
  const name = fileName === undefined ? {} : { fileName };
  return await ctx.store.signedUrl(found.key, { validSeconds, mimeType: found.mimeType, ...name });
}
