import { byteStream } from "@/lib/byte-stream";
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
  return new Response(byteStream(body), {
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
