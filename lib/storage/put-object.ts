import type { Readable } from "node:stream";
import { Upload } from "@aws-sdk/lib-storage";
import type { Bucket } from "./bucket";
import { mediaType } from "./media-type";

/** What one call takes, and what is held in memory, twice over, of a longer upload. */
const partBytes = 16 * 1024 * 1024;

/** Uploads in one call, or in parts above 16 MiB. A failed upload takes its parts away again. */
export async function putObject(
  { client, name }: Bucket,
  key: string,
  body: Readable | Uint8Array,
  {
    mimeType = "application/octet-stream",
    signal,
  }: { mimeType?: string; signal?: AbortSignal } = {},
): Promise<void> {
  const upload = new Upload({
    client,
    params: { Bucket: name, Key: key, Body: body, ContentType: mediaType(mimeType) },
    partSize: partBytes,
    queueSize: 2,
  });
  const giveUp = () => upload.abort();
  signal?.addEventListener("abort", giveUp);
  try {
    signal?.throwIfAborted();
    await upload.done();
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}
