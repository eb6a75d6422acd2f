import { stringify } from "csv-stringify/sync";
import { BodyNotRead } from "@/lib/capped-chunks";
import { type ErasureContext, openListedMetaRequests } from "@/lib/erasure";
import { log } from "@/lib/log";
import { readIdList } from "./read-id-list";

/** As many as Meta lists at most, with room to spare. */
const maxLines = 100_000;
/** Ids in one transaction: few enough to be short, enough to be quick. */
const size = 500;

/**
 * Opens what a list of Meta's asks for, and tells of each line what became of it, as CSV, while the
 * list is still coming in.
 *
 * What cannot be finished ends with a line that says so; everything told before has been done, and
 * the same list can be given again.
 */
export async function* answerIdList(
  ctx: ErasureContext,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  yield row(["line", "user_id", "result"]);
  try {
    for await (const part of readIdList(body, { size, maxLines })) {
      const ids = part.flatMap(({ metaUserId }) => metaUserId ?? []);
      const outcomes = (await openListedMetaRequests(ctx, ids)).values();
      yield part
        .map(({ line, given, metaUserId }) =>
          row([line, given, metaUserId === null ? "malformed" : outcomes.next().value]),
        )
        .join("");
    }
  } catch (error) {
    const what = "A list of Meta's was not read to its end.";
    if (error instanceof BodyNotRead) log.warn(what, { code: error.code });
    else log.error(what, { error });
    yield row(["", "", "interrupted"]);
  }
}

/** Nothing in it is taken for a formula, whatever stood in the list. */
function row(fields: (string | number | undefined)[]): string {
  return stringify([fields], { escape_formulas: true });
}
