import type { Readable } from "node:stream";
import { byteStream } from "@/lib/byte-stream";
import { contentDisposition } from "@/lib/storage";

/** A zip of somebody's data as an answer, to be saved; no cache keeps it. */
export function zipAnswer(body: Readable, fileName: string, sizeBytes?: number): Response {
  return new Response(byteStream(body), {
    headers: {
      "Content-Type": "application/zip",
      ...(sizeBytes === undefined ? {} : { "Content-Length": String(sizeBytes) }),
      "Content-Disposition": contentDisposition("attachment", fileName),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
