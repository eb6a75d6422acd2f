/** What ends a line, turns the direction of what follows, or is a place in a path. */
const tricks = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:]+/gu;

/** Long for a name, and short enough, nine bytes a character, for every server's and client's headers. */
const longest = 120;

/**
 * How a browser is told to treat a file, with a name of any script (RFC 6266, RFC 8187).
 *
 * The plain name is for those who cannot read the other: letters, digits and little else. A name is one
 * step of a path, reads as it is, and has an end: of a longer one its beginning and its last letters stay.
 */
export function contentDisposition(how: "inline" | "attachment", fileName?: string): string {
  const name = plainName(fileName ?? "");
  if (name === "") return how;
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function plainName(given: string): string {
  const signs = [
    ...given
      .toWellFormed()
      .replace(tricks, "_")
      .replace(/^[.\s]+/, "")
      .trim(),
  ];
  if (signs.length <= longest) return signs.join("");
  return `${signs.slice(0, longest - 17).join("")}…${signs.slice(-16).join("")}`;
}
