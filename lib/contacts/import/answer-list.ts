import { stringify } from "csv-stringify/sync";
import { BodyNotRead } from "@/lib/capped-chunks";
import { log } from "@/lib/log";
import type { ImportContext } from "./import-contact";
import { importList } from "./import-list";

/**
 * Imports a list, and tells of each line what became of it, as CSV, while the list is still coming in.
 *
 * The answer names lines by their number and says nothing of what stands in them. What is not read to
 * its end ends with a line that says so; everything told before has been done.
 */
export async function* answerList(
  ctx: ImportContext,
  options: { workspaceId: string; maxLines: number },
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  yield row(["line", "outcome", "reason"]);
  try {
    for await (const told of importList(ctx, options, body)) {
      if ("stopped" in told) yield row(["", "stopped", told.stopped]);
      else yield row([told.line, told.outcome, told.outcome === "refused" ? told.reason : ""]);
    }
  } catch (error) {
    const what = "A list of contacts was not read to its end.";
    if (error instanceof BodyNotRead) log.warn(what, { code: error.code });
    else log.error(what, { error });
    yield row(["", "stopped", "interrupted"]);
  }
}

function row(fields: (string | number)[]): string {
  return stringify([fields]);
}
