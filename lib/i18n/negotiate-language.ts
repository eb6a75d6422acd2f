import Negotiator from "negotiator";
import type { Language } from "./languages";

/**
 * The offered language that a browser would rather read, by its Accept-Language (RFC 9110, 12.5.4).
 *
 * @param offered the first one is for everybody who asked for none of them.
 */
export function negotiateLanguage(
  acceptLanguage: string | null,
  offered: readonly Language[],
): Language {
  const negotiator = new Negotiator({ headers: { "accept-language": acceptLanguage ?? "*" } });
  const [preferred] = negotiator.languages([...offered]);
  return offered.find((language) => language === preferred) ?? offered[0] ?? "en";
}
