import { Readable } from "node:stream";
import { objectPrefix } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { sealStream } from "@/lib/crypto";
import { discard } from "./discard";
import { FileError } from "./file-error";
import type { FileOwner } from "./file-owner";
import type { FilesContext } from "./files-context";
import { shelfOf } from "./shelf-of";

/** How long an upload may take, unless the caller knows better. */
const uploadMinutes = 10;

/** An upload is given up so long before others may take it for dead: their clocks may differ. */
const marginMilliseconds = 30_000;

export type FileToStore = {
  owner: FileOwner;
  mimeType: string;
  body: AsyncIterable<Uint8Array>;
  maxBytes?: number;
  uploadMinutes?: number;
};

/**
 * Stores a file, encrypted: its row first, then its bytes, then the word that they are there.
 *
 * Bytes of a file that fails on the way are taken away again; where that fails too, the row stays
 * pending and the sweeper does it. A file whose owner is frozen meanwhile is not kept.
 *
 * @throws FileError `too_large` above `maxBytes`, `not_kept` when its row is gone meanwhile.
 */
export async function storeObject(
  ctx: FilesContext,
  { owner, mimeType, body, maxBytes = Number.POSITIVE_INFINITY, ...file }: FileToStore,
): Promise<{ id: string; key: string; sizeBytes: number }> {
  const shelf = shelfOf(ctx, owner);
  const id = newId();
  const key = `${objectPrefix(owner)}${id}`;
  const milliseconds = (file.uploadMinutes ?? uploadMinutes) * 60_000;
  const uploadUntil = new Date(ctx.now().getTime() + milliseconds);
  const dataKey = await shelf.begin({ id, key, mimeType, uploadUntil });

  let sizeBytes = 0;
  try {
    const counted = counting(body, (bytes) => {
      sizeBytes += bytes;
      if (sizeBytes > maxBytes) throw new FileError("too_large", "The file is too large.");
    });
    const bytes = dataKey === null ? counted : sealStream(dataKey, counted, key);
    await ctx.store.put(key, Readable.from(bytes), {
      mimeType: dataKey === null ? mimeType : "application/octet-stream",
      signal: AbortSignal.timeout(Math.max(1, milliseconds - marginMilliseconds)),
    });
    if (await shelf.finish(id, sizeBytes)) return { id, key, sizeBytes };
    throw new FileError("not_kept", "The file's owner has been erased meanwhile.");
  } catch (error) {
    await discard(ctx, shelf, { id, key });
    throw error;
  }
}

async function* counting(
  source: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count(chunk.byteLength);
    yield chunk;
  }
}
