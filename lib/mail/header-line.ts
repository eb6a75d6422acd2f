/** What ends a line or a text, for whoever reads it, and what turns the direction of what follows. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A long subject; beyond it readers see none of it, and servers begin to refuse. */
const longest = 200;

/**
 * A text as one line of a mail's header: no line ends, no sign that turns the writing, nothing that a reader
 * would decode (RFC 2047), and so many characters and no more.
 */
export function headerLine(text: string): string {
  const line = text
    .slice(0, 10 * longest)
    .toWellFormed()
    .replace(breaks, " ")
    .replaceAll("=?", "= ?")
    .trim();
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join("")}…`;
}
