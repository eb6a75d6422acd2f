const separators = [",", ";", "\t"];

/** No header is longer. */
const longestHeader = 64 * 1024;

/**
 * What stands between a list's cells, found out from its first line, and the list itself, unread.
 *
 * Spreadsheets write what is usual in their owner's country.
 */
export async function withSeparator(
  body: AsyncIterable<Uint8Array>,
): Promise<{ separator: string; whole: AsyncGenerator<Uint8Array> }> {
  const parts = body[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let text = "";
  const decoder = new TextDecoder();
  while (!/[\r\n]/.test(text) && text.length < longestHeader) {
    const { done, value } = await parts.next();
    if (done) break;
    head.push(value);
    text += decoder.decode(value, { stream: true });
  }
  return { separator: separatorIn(text), whole: rejoined(head, parts) };
}

/** The one that the first line has most of. */
function separatorIn(text: string): string {
  const [header = ""] = text.split(/[\r\n]/, 1);
  const counted = separators.map((one) => ({ one, count: header.split(one).length }));
  return counted.reduce((most, so) => (so.count > most.count ? so : most)).one;
}

async function* rejoined(
  head: readonly Uint8Array[],
  parts: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (;;) {
      const { done, value } = await parts.next();
      if (done) return;
      yield value;
    }
  } finally {
    await parts.return?.();
  }
}
