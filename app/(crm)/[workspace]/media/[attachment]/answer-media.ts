import type { Readable } from "node:stream";
import type { OpenedAttachment } from "@/lib/crm/open-attachment";
import { contentDisposition } from "@/lib/storage";

/** What a browser shows on a page and cannot run. Anything else is saved, whatever it says it is. */
const shown = /^(image\/(png|jpeg|gif|webp|avif)|audio\/[a-z0-9.+-]+|video\/(mp4|webm|3gpp))$/;

/**
 * A customer's file as an answer that no cache keeps, so that nothing outlives its erasure, and that
 * runs nothing, whatever the customer has sent.
 */
export function answerMedia({ body, mimeType, sizeBytes, fileName }: OpenedAttachment): Response {
  const isShown = shown.test(mimeType);
  return new Response(streamOf(body), {
    headers: {
      "Content-Type": isShown ? mimeType : "application/octet-stream",
      "Content-Length": String(sizeBytes),
      "Content-Disposition": contentDisposition(
        isShown ? "inline" : "attachment",
        fileName ?? undefined,
      ),
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** Asked for a part only when the reader has room for it; whoever leaves ends the download. */
function streamOf(body: Readable): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel() {
      body.destroy();
    },
  });
}
