import { locale } from "./locale";

const plain = new Intl.NumberFormat(locale.language);

/** A whole number with the separators of the interface's language. */
export function formatCount(value: number): string {
  return plain.format(value);
}
