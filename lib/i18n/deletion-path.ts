import { type Language, readLanguage } from "./languages";

/** Where the public pages are, while the reader's browser is to say in which language. */
export const deletionRoot = "/data-deletion";

/** The path of a public page in a language; what follows the root may have a query or a fragment. */
export function deletionPath(language: Language, page = ""): string {
  return `/${language}${deletionRoot}${page}`;
}

/**
 * What a path asks for: the language it names, if any, and the page below the root. Null for the
 * path of any other page: `/id/inbox` is a workspace's.
 */
export function readDeletionPath(path: string): { asked: Language | null; page: string } | null {
  const [, first = ""] = path.split("/", 2);
  const asked = readLanguage(first);
  const rest = asked === null ? path : path.slice(first.length + 1);
  if (!/^\/data-deletion(?=[/?#]|$)/.test(rest)) return null;

  return { asked, page: rest.slice(deletionRoot.length) };
}
