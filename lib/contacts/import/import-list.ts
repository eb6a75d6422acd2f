import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import type { ImportedLine, ImportStop } from "../schemas";
import { type ImportContext, importContact } from "./import-contact";
import { columnsIn, readLine } from "./listed-contact";
import { withSeparator } from "./with-separator";

type ImportOptions = { workspaceId: string; maxLines: number };

/**
 * Imports a CSV list line by line as it comes in, and says of each what became of it; no more of the list
 * is held than a few lines. Commas, semicolons or tabs are found out from the first line.
 *
 * A list may be given again: who is there is updated. It ends early with the reason, which is said last.
 */
export async function* importList(
  ctx: ImportContext,
  { workspaceId, maxLines }: ImportOptions,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<ImportedLine | { stopped: ImportStop }> {
  const { separator, whole } = await withSeparator(body);
  const records = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: 64 * 1024,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // What goes wrong with the body comes out of the parser, and is thrown where it is read.
  pipeline(Readable.from(whole, { objectMode: false }), records, () => {});
  let columns: ReturnType<typeof columnsIn> = null;
  let isHeader = true;
  let read = 0;
  try {
    for await (const parsed of records) {
      const { record, info } = CsvRecord.parse(parsed);
      if (isHeader) {
        isHeader = false;
        columns = columnsIn(record);
        continue;
      }
      if (columns === null) break;
      read += 1;
      if (read > maxLines) return yield { stopped: "too_many_lines" };
      yield { line: info.lines, ...(await importOne(ctx, workspaceId, columns, record)) };
    }
    if (columns === null) yield { stopped: "no_columns" };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { stopped: "broken" };
  } finally {
    records.destroy();
  }
}

const CsvRecord = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.number() }),
});

async function importOne(
  ctx: ImportContext,
  workspaceId: string,
  columns: NonNullable<ReturnType<typeof columnsIn>>,
  cells: readonly string[],
) {
  const read = readLine(columns, cells);
  return read.ok
    ? await importContact(ctx, workspaceId, read.contact)
    : { outcome: "refused" as const, reason: read.reason };
}
