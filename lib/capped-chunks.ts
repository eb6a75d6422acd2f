import { bodyChunks } from "./body-chunks";

/** A body's bytes as they come in; it fails where they get too many, announced or not. */
export async function* cappedChunks(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let left = maxBytes;
  for await (const chunk of bodyChunks(body)) {
    left -= chunk.length;
    if (left < 0) throw new Error("The body is too long.");
    yield chunk;
  }
}
