import { bodyPatience } from "./body-patience";

/** A body's next bytes did not come, or its last ones not in time. */
export class BodyTooSlow extends Error {
  override readonly name = "BodyTooSlow";
}

/**
 * A body's bytes as they come in. Leaving the loop early cancels it: the rest is never received.
 *
 * @param until the moment by which all of it has to be there; for as long as it goes on, unless told otherwise.
 * @throws BodyTooSlow
 */
export async function* bodyChunks(
  body: ReadableStream<Uint8Array>,
  until = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const patience = Math.min(bodyPatience.nextBytes, until - performance.now());
      const { done, value } = await within(patience, reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new BodyTooSlow()), Math.max(0, milliseconds));
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
