const anyOrigin = "http://same.invalid";

/**
 * Where to go after signing in: a path of ours, or the start.
 *
 * Read by the URL parser, as a browser would: `//elsewhere`, `/\elsewhere` and their encoded or
 * whitespace-laced forms name another site there.
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  const url = URL.parse(next, anyOrigin);
  if (url === null || url.origin !== anyOrigin || url.pathname.startsWith("//")) return "/";
  return url.pathname.startsWith("/sign-in") ? "/" : `${url.pathname}${url.search}`;
}
