import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** A line of Meta's list: its number in the file, what stands there, and the id if it is one. */
export type ListedLine = { line: number; given: string; metaUserId: string | null };

/** What of a line that is no id is shown again, so that it can be found. */
const longestGiven = 40;

/**
 * Reads a list of app-scoped user ids, one a line, as it comes in: never more than a part of it is
 * held. Blank lines are passed over; of a line with columns the first is read.
 *
 * @returns parts of `size` lines.
 */
export async function* readIdList(
  body: AsyncIterable<Uint8Array>,
  { size, maxLines }: { size: number; maxLines: number },
): AsyncGenerator<ListedLine[]> {
  const lines = createInterface({
    input: Readable.from(body, { objectMode: false }),
    crlfDelay: Infinity,
  });
  let part: ListedLine[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const given = firstColumn(text);
    if (given === "") continue;
    if (line > maxLines) break;
    part.push({ line, given: given.slice(0, longestGiven), metaUserId: idIn(given) });
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function firstColumn(text: string): string {
  const [first = ""] = text.replace(/^\ufeff/, "").split(/[,;\t]/, 1);
  return first
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim();
}

/** "0" names nobody, and no id of Meta's begins with it. */
function idIn(given: string): string | null {
  return /^[1-9]\d{0,24}$/.test(given) ? given : null;
}
