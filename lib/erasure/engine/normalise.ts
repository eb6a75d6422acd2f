/**
 * Brings a text into the one form in which texts are compared.
 *
 * Compatibility forms, full-width signs and ligatures (NFKC), case with its exceptions (ß, ς, the
 * dotted and the dotless i), digits of other scripts, signs that nobody sees, and runs of white
 * space all end the same. Accents stay: Zoë is not Zoe.
 */
export function normalise(text: string): string {
  const plain = isAscii(text) ? text.toLowerCase() : folded(text);
  return loneSpaces.test(plain) ? plain.trim() : plain.replace(/\s+/g, " ").trim();
}

/**
 * The readings of a stored text: as it is, and as what it encodes.
 *
 * JSON inside text, and JSON inside JSON, escapes quotes and, at will, any letter (`\u00e9`); an
 * address in a link has its signs as `%40`. Each is undone as often as it was done, up to three times.
 */
export function readingsOf(text: string): string[] {
  const readings = [text];
  for (let last = text; readings.length <= 3; ) {
    const next = unescaped(last);
    if (next === last) break;
    readings.push(next);
    last = next;
  }
  return readings;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, which has them.
const beyondAscii = /[^\x00-\x7f]/;
const loneSpaces = /^\S*(?: \S+)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range begins with them.
const beyondLatin = /[^\u0000-\u034e]/;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
const foreignDigit = /[^\P{Nd}0-9]/gu;

function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

/** Up and down again, because ß, ς and the dotless i are only told apart on the way up. */
function folded(text: string): string {
  const known = beyondLatin.test(text) ? withoutForeignSigns(text) : text.normalize("NFKC");
  return known
    .replaceAll("\u00ad", "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .replaceAll("i\u0307", "i")
    .normalize("NFKC");
}

function withoutForeignSigns(text: string): string {
  return text.normalize("NFKC").replace(unseen, "").replace(foreignDigit, digitOf);
}

/** Digits of a script follow each other from its zero. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

const escapes = /\\u([0-9a-f]{4})|\\([bfnrt])|\\(["\\/])|%([0-9a-f]{2}(?:%[0-9a-f]{2})*)/gi;

function unescaped(text: string): string {
  if (!text.includes("\\") && !text.includes("%")) return text;
  return text.replace(
    escapes,
    (whole, unicode?: string, space?: string, sign?: string, octets?: string) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      if (space !== undefined) return " ";
      return sign ?? decoded(octets) ?? whole;
    },
  );
}

function decoded(octets: string | undefined): string | undefined {
  if (octets === undefined) return undefined;
  const bytes = octets.split("%").map((octet) => Number.parseInt(octet, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
