import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number as it is stored, `+` and digits (E.164); null for one without its country's code. */
export function internationalPhone(value: string): string | null {
  const digits = value.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const phone = parsePhoneNumberFromString(digits);
  return phone?.isPossible() === true ? phone.number : null;
}
