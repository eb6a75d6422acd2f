/** What spreadsheets take for the beginning of a formula, and the sign that keeps them from it. */
const first = /^[=+\-@\t\r\n'＝＋－＠]/;

/**
 * A text as a cell that no spreadsheet runs: an apostrophe comes before one that looks like a formula,
 * and before one that begins with an apostrophe. So it is undone by taking one apostrophe away.
 */
export function safeCell(text: string): string {
  return first.test(text) ? `'${text}` : text;
}
