/**
 * What to look for when somebody types this: lists of words, of which one has to be met whole.
 *
 * A phone number in any notation is looked for with its country's code and without, since nobody
 * says which it is. Empty where nothing was typed.
 */
export function searchWords(search: string): string[][] {
  const text = withPlainDigits(search.normalize("NFKC")).trim();
  if (text === "") return [];
  if (/^[+\d\s().\-/–‐‑]+$/.test(text) && digitsIn(text) !== "") {
    return phoneBeginnings(text).map((digits) => [digits]);
  }
  const words = text.split(/[\s,;()"]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return [words.length === 0 ? [text] : words];
}

/** 00, 011 and the 0 of a number as dialled at home are no part of it; nor is the 0 in brackets. */
function phoneBeginnings(text: string): string[] {
  const digits = digitsIn(text.replace(/\(\s*0\s*\)/, ""));
  const beginnings = [digits, digits.replace(/^00?(?=[1-9])/, ""), digits.replace(/^011/, "")];
  return [...new Set(beginnings.filter((beginning) => beginning !== ""))];
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, "");
}

/** Digits of any script: each follows the zero of its own. */
function withPlainDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}
