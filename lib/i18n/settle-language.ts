import { deletionRoot, readDeletionPath } from "./deletion-path";
import type { Language } from "./languages";
import { negotiateLanguage } from "./negotiate-language";

type Settled =
  /** Serve what is at `path`, in this language. */
  | { act: "serve"; path: string; language: Language; isNegotiated: boolean }
  /** The vendor does not offer the language that the address names: send on to `path`. */
  | { act: "redirect"; path: string };

/**
 * In which language a public page is served: in that of its address, and only where that names
 * none, in the one that the browser would rather read. Null for a page that is not public.
 *
 * @param path with its query, which is kept.
 */
export function settleLanguage(
  path: string,
  acceptLanguage: string | null,
  offered: readonly Language[],
): Settled | null {
  const read = readDeletionPath(path);
  if (read === null) return null;
  const { asked, page } = read;
  const unprefixed = `${deletionRoot}${page}`;

  if (asked === null) {
    const language = negotiateLanguage(acceptLanguage, offered);
    return { act: "serve", path: unprefixed, language, isNegotiated: true };
  }
  return offered.includes(asked)
    ? { act: "serve", path: unprefixed, language: asked, isNegotiated: false }
    : { act: "redirect", path: unprefixed };
}
