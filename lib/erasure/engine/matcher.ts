import { normalise, readingsOf } from "./normalise";
import { numbersIn, phoneNotations } from "./phone-notations";
import { windowFilter, windowLength } from "./window-filter";

/** Tells whether a stored text holds any of a set of identifiers. */
export type Matcher = (text: string) => boolean;

/**
 * Makes a matcher for a set of identifiers, whatever their number: their first six characters are
 * hashed, and a text is read once with a window of six (Rabin and Karp). Only where the window is
 * known are the identifiers that begin so compared. Phone numbers, and ids of ten digits and more,
 * are compared as numbers, see `numbersIn`.
 *
 * A match ends where its word ends: `123456` is not in `99123456789`, nor `ann@x.test` in
 * `joann@x.test` or `jo.ann@x.test`.
 *
 * The cost of a text hardly depends on how many identifiers there are. Automata (Aho and Corasick)
 * were tried: the better took three times as long, and 2.5 KB for each identifier.
 */
export function matcherOf(identifiers: readonly string[]): Matcher {
  const numbers = new Set<string>();
  const words: string[] = [];
  for (const identifier of new Set(identifiers.map(normalise))) {
    const notations = phoneNotations(identifier);
    for (const notation of notations ?? []) numbers.add(notation);
    if (/^\d{10,}$/.test(identifier)) numbers.add(identifier);
    else if (identifier.length >= windowLength && notations === null) words.push(identifier);
  }
  if (words.length === 0 && numbers.size === 0) return () => false;
  const hasWord = words.length === 0 ? () => false : wordMatcher(words);
  const hasNumber = numbers.size === 0 ? () => false : numberMatcher(numbers);

  return (text) =>
    text.length >= windowLength &&
    readingsOf(text)
      .map(normalise)
      .some((reading) => hasWord(reading) || hasNumber(reading));
}

function numberMatcher(numbers: ReadonlySet<string>): Matcher {
  return (text) => {
    for (const number of numbersIn(text)) if (numbers.has(number)) return true;
    return false;
  };
}

/**
 * Whether a value alone tells nobody apart: a single word, as a first name is. That it is found
 * somewhere says little, so it is reported and fails nothing.
 */
export function isAnyonesName(identifier: string): boolean {
  return /^[\p{L}\p{M}'’-]+$/u.test(identifier);
}

function wordMatcher(words: readonly string[]): Matcher {
  const filter = windowFilter(words.length);
  const byBeginning = new Map<string, string[]>();
  for (const word of words) {
    const beginning = word.slice(0, windowLength);
    filter.add(beginning);
    const others = byBeginning.get(beginning);
    if (others === undefined) byBeginning.set(beginning, [word]);
    else others.push(word);
  }
  return (text) =>
    filter.some(text, (at) =>
      (byBeginning.get(text.slice(at, at + windowLength)) ?? []).some(
        (word) => text.startsWith(word, at) && isWhole(text, at, word),
      ),
    );
}

/** Scripts that put no space between words, or write their particles onto a name. */
const attaching =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Arab}\p{sc=Hebr}]/u;
const wordSign = /[\p{L}\p{N}\p{M}]/u;

function isWhole(text: string, at: number, word: string): boolean {
  const before = signsBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at + word.length) ?? 0x20);
  if (continues(before.at(-1)) && continues(word.charAt(0))) return false;
  if (continues(after) && continues(word.charAt(word.length - 1))) return false;
  // In an address, dots and dashes are part of the name that they follow.
  const isLongerAddress = word.includes("@") && /[._+-]/.test(before.at(-1) ?? "");
  return !(isLongerAddress && continues(before.at(-2)));
}

/** The last two signs before a place; a sign may be two units long. */
function signsBefore(text: string, at: number): string[] {
  return [...text.slice(Math.max(at - 4, 0), at)].slice(-2);
}

function continues(sign: string | undefined): boolean {
  return sign !== undefined && wordSign.test(sign) && !attaching.test(sign);
}
