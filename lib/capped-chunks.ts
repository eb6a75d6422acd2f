/** A body's bytes as they come in; it fails where they get too many, announced or not. */
export async function* cappedChunks(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let left = maxBytes;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
      if (left < 0) throw new Error("The body is too long.");
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
