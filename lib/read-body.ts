import { bodyPatience } from "./body-patience";
import { type BodyFault, BodyNotRead, cappedChunks } from "./capped-chunks";

export type BodyRead = { ok: true; body: Buffer } | { ok: false; code: BodyFault };

/** Reads a request's body, and stops reading where it gets too long, or takes too long. */
export async function readBody({ headers, body }: Request, maxBytes: number): Promise<BodyRead> {
  if (Number(headers.get("content-length")) > maxBytes) return { ok: false, code: "body_too_long" };
  if (body === null) return { ok: true, body: Buffer.alloc(0) };

  const chunks: Uint8Array[] = [];
  try {
    const until = performance.now() + bodyPatience.whole;
    for await (const chunk of cappedChunks(body, maxBytes, until)) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof BodyNotRead)) throw error;
    return { ok: false, code: error.code };
  }
  return { ok: true, body: Buffer.concat(chunks) };
}
