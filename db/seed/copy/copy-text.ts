/** The escapes of PostgreSQL's COPY text format: what would end a field, a row, or begin an escape. */
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/**
 * One field of a COPY text row.
 *
 * @throws {TypeError} for a NUL character, which no PostgreSQL text can hold, and for `undefined`,
 * which would be a column that somebody forgot.
 */
export function copyField(value: unknown): string {
  if (value === null) return "\\N";
  if (value === undefined) throw new TypeError("A column has no value: say null if it is meant.");

  const text = String(value);
  if (text.includes("\0")) throw new TypeError("PostgreSQL text cannot hold a NUL character.");
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
    : text;
}

/** One COPY text row, with its line feed. */
export function copyRow(values: readonly unknown[]): string {
  return `${values.map(copyField).join("\t")}\n`;
}
