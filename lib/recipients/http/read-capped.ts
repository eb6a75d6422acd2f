/** Every documented answer is a few hundred bytes. */
const maxBytes = 64 * 1024;

/** Reads a body as text, and stops receiving where it gets too long. @returns null then. */
export async function readCapped(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
