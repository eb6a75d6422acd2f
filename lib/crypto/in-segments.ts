/** A piece of a stream, in its place. */
export type Segment = { bytes: Buffer; at: number; isLast: boolean };

/**
 * Cuts a stream into segments of a size, the first of another if it is given; the last may be
 * shorter. An empty stream is one empty segment. Holds one segment and one chunk at a time.
 */
export async function* inSegments(
  source: AsyncIterable<Uint8Array>,
  size: number,
  firstSize = size,
): AsyncGenerator<Segment> {
  let at = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const chunk of source) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length > 0) {
      const wanted = at === 0 ? firstSize : size;
      // A full segment waits until there is more, since it may be the last.
      if (waitingBytes === wanted) {
        yield { bytes: Buffer.concat(waiting), at, isLast: false };
        at++;
        waiting = [];
        waitingBytes = 0;
        continue;
      }
      const taken = rest.subarray(0, wanted - waitingBytes);
      waiting.push(taken);
      waitingBytes += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { bytes: Buffer.concat(waiting), at, isLast: true };
}
