/** What others allow for a callback's body: a signed request is a few hundred bytes. */
const maxBytes = 32 * 1024;

/**
 * Reads a form-urlencoded body, and stops reading where it gets too long.
 *
 * What calls itself something else is read as a form all the same, and then lacks the field.
 *
 * @returns null when the body has more than 32 KiB, announced or not.
 */
export async function readFormBody(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get("content-length")) > maxBytes) return null;

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** Leaving the loop early cancels the stream, so that the rest is never received. */
async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;

  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
