/**
 * How a browser is told to treat a file, with a name of any script (RFC 6266, RFC 8187).
 *
 * The plain name is for those who cannot read the other: letters, digits and little else.
 */
export function contentDisposition(how: "inline" | "attachment", fileName?: string): string {
  if (fileName === undefined || fileName === "") return how;
  const plain = fileName.replace(/[^A-Za-z0-9 ._-]/g, "_");
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
