import { bodyChunks } from "./body-chunks";

/**
 * Reads a request's body, and stops reading where it gets too long.
 *
 * @returns null when it has more bytes than that, announced or not.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > maxBytes) return null;

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body === null ? [] : bodyChunks(request.body)) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
