import { BodyTooSlow, bodyChunks } from "./body-chunks";

/** Why a body was not read to its end: too many bytes, announced or not; too few in time; or it broke off. */
export type BodyFault = "body_too_long" | "body_too_slow" | "body_broken_off";

/** The sender's doing, and no failure of ours. */
export class BodyNotRead extends Error {
  override readonly name = "BodyNotRead";

  constructor(readonly code: BodyFault) {
    super(code);
  }
}

/**
 * A body's bytes as they come in; it fails where they get too many, announced or not, or too slow.
 *
 * @param until as for {@link bodyChunks}.
 * @throws BodyNotRead
 */
export async function* cappedChunks(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  until?: number,
): AsyncGenerator<Uint8Array> {
  let left = maxBytes;
  try {
    for await (const chunk of bodyChunks(body, until)) {
      left -= chunk.length;
      if (left < 0) throw new BodyNotRead("body_too_long");
      yield chunk;
    }
  } catch (error) {
    if (error instanceof BodyNotRead) throw error;
    throw new BodyNotRead(error instanceof BodyTooSlow ? "body_too_slow" : "body_broken_off");
  }
}
