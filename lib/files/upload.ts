import { Readable } from "node:stream";
import { type DataKey, sealStream } from "@/lib/crypto";
import { discard } from "./discard";
import { FileError } from "./file-error";
import type { FilesContext } from "./files-context";
import type { Shelf } from "./shelf";

/** An upload is given up so long before others may take it for dead: their clocks may differ. */
const marginMilliseconds = 30_000;

export type Upload = {
  id: string;
  key: string;
  mimeType: string;
  /** What its bytes are sealed with; null: nothing. */
  dataKey: DataKey | null;
  body: AsyncIterable<Uint8Array>;
  maxBytes?: number | undefined;
  uploadUntil: Date;
};

/**
 * Uploads the bytes of a pending file, and says that they are there.
 *
 * The store keeps nothing of an upload that broke off. What arrived but may not be kept, because its
 * owner is frozen or gone by then, is taken away again with its row.
 *
 * @returns the size of what was handed in.
 */
export async function upload(
  ctx: FilesContext,
  shelf: Shelf,
  { id, key, mimeType, dataKey, body, maxBytes = Number.POSITIVE_INFINITY, uploadUntil }: Upload,
): Promise<number> {
  let sizeBytes = 0;
  const counted = counting(body, (bytes) => {
    sizeBytes += bytes;
    if (sizeBytes > maxBytes) throw new FileError("too_large", "The file is too large.");
  });
  const bytes = dataKey === null ? counted : sealStream(dataKey, counted, key);
  const milliseconds = uploadUntil.getTime() - ctx.now().getTime() - marginMilliseconds;
  await ctx.store.put(key, Readable.from(bytes), {
    mimeType: dataKey === null ? mimeType : "application/octet-stream",
    signal: AbortSignal.timeout(Math.max(1, milliseconds)),
  });
  try {
    if (await shelf.finish(id, sizeBytes)) return sizeBytes;
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
