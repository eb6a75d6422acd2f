/**
 * Before what spreadsheets take for the beginning of a formula: at the beginning of a cell, and of what is
 * one to a spreadsheet that ends cells with a semicolon, a tab or a line, whatever quotes say.
 */
const before = /(?=[=+\-@'＝＋－＠])(?<=(?:^|[;\t\r\n]) *)|^(?=[\t\r\n])/g;

/**
 * A text as cells that no spreadsheet runs: an apostrophe comes before what looks like a formula, and
 * before an apostrophe that stands where one would. So it is undone by taking one away from each such place.
 */
export function safeCell(text: string): string {
  return text.replace(before, "'");
}
