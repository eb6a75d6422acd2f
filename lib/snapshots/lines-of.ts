/**
 * The lines of a text as its bytes come, without their ends; one is held at a time. Node's own readline
 * reads a thousand ahead, whatever their length.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const chunk of bytes) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    begun.push(first);
    for (const other of others) {
      yield begun.join("");
      begun = [other];
    }
  }
  const last = begun.join("") + decoder.decode();
  if (last !== "") yield last;
}
