import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * The digits of every way in which people write a phone number: with its country, by 00 or 011,
 * as at home (0170…), with the 0 in brackets (+49 (0) 170…), and without any of these.
 *
 * @returns null for a value that is no phone number. Numbers of a country are recognised by their
 * `+`, or by being ten to fifteen digits that are valid with one.
 */
export function phoneNotations(value: string): string[] | null {
  const digits = digitsIn(value);
  if (!/^\+?[\d\s().\-/]+$/.test(value) || digits.length < 7 || digits.length > 15) return null;
  const phone = internationalNumber(value, digits);
  if (phone !== null) return notationsOf(phone);
  return /^\d+$/.test(value) && !value.startsWith("0") ? null : [digits];
}

/**
 * Digits that a text may mean as one number: each group of digits, and groups that only the signs
 * of a phone number keep apart, joined. Shorter ones than seven digits are left out.
 */
export function* numbersIn(text: string): Generator<string> {
  if (!manyDigits.test(text)) return;
  for (const [run] of text.matchAll(everyRun)) {
    const groups = run.match(/\d+/g) ?? [];
    for (const first of groups.keys()) {
      let joined = "";
      for (const group of groups.slice(first)) {
        joined += group;
        if (joined.length > longestNumber) break;
        if (joined.length >= shortestNumber) yield joined;
      }
    }
  }
}

const shortestNumber = 7;
/** 011, a country's code, its 0 and fifteen digits. */
const longestNumber = 22;

const manyDigits = /\d(?:[\s().\-/–−‐‑]{0,3}\d){6}/;
const everyRun = /\d(?:[\s().\-/–−‐‑]{0,3}\d){6,}/g;

function internationalNumber(value: string, digits: string): PhoneNumber | null {
  if (value.startsWith("+") || digits.startsWith("00")) {
    return parsePhoneNumberFromString(`+${digits.replace(/^00/, "")}`) ?? null;
  }
  if (value !== digits || digits.length < 10) return null;
  const phone = parsePhoneNumberFromString(`+${digits}`);
  return phone?.isValid() ? phone : null;
}

function notationsOf(phone: PhoneNumber): string[] {
  const { countryCallingCode: country, nationalNumber } = phone;
  const atHome = digitsIn(phone.formatNational());
  const abroad = [nationalNumber, atHome, `0${nationalNumber}`].map((rest) => country + rest);
  const home = [nationalNumber, atHome, `0${nationalNumber}`].filter(isTelling);
  return [
    ...new Set([...home, ...abroad.flatMap((digits) => [digits, `00${digits}`, `011${digits}`])]),
  ];
}

/** Without a country's code, a short number is any number, and one of eight digits may be a date. */
function isTelling(digits: string): boolean {
  const isDate = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);
  return digits.length >= 8 && !isDate;
}

function digitsIn(value: string): string {
  return value.replace(/\D/g, "");
}
