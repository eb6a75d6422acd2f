import type { ExportTable } from "./export-tables";

/** For whoever opens the file. */
export const howToRead = `What this is

  schema.json           every table and column, its type, and what was left out and why
  CATEGORY/TABLE.jsonl  the table's rows, one JSON object in a line: complete and exact
  CATEGORY/TABLE.csv    the same rows for a spreadsheet: CSV (RFC 4180), UTF-8
  files/                media, each under the id that it has in stored_objects, if you chose to
                        have them; otherwise media/stored_objects is the list of what there is
  files/missing.txt     ids of media that were no longer there, if there were any

All of it is from one moment, which schema.json names.

Reading the CSV with a program: where a spreadsheet could see the beginning of a formula (= + - @ or an
apostrophe, at the beginning of a cell, or after a semicolon, a tab or a line end and any spaces), one
apostrophe is put before it, and before a tab or a line end with which a cell begins. Take one apostrophe
away at each of these places where there is one, (^|[;\\t\\r\\n]) *' in the language of patterns, and you
have the value itself; columns of numbers never have one. What is null and what is an empty text look
alike in CSV: use the JSON Lines where that matters.
`;

/** What an export holds, for programs. */
export function describeExport({
  tables,
  takenAt,
  files,
}: {
  tables: readonly ExportTable[];
  takenAt: Date;
  files: unknown;
}): string {
  const described = tables.map(({ name, category, columns, isOthers, leftOut }) => ({
    table: name,
    category,
    files: [`${category}/${name}.jsonl`, `${category}/${name}.csv`],
    columns: columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      isNullable: !column.notNull,
    })),
    isOthers,
    leftOut,
  }));
  const head = { version: 1, takenAt, includesMedia: files !== null };
  return `${JSON.stringify({ ...head, tables: described }, null, 2)}\n`;
}
