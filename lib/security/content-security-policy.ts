/**
 * What a page of ours may load and do, as the value of its header: its own files, and scripts and
 * styles that carry the answer's nonce. No page of anybody can frame it, and no form leads elsewhere.
 *
 * @param nonce new for every answer, and beyond guessing.
 */
export function contentSecurityPolicy({
  nonce,
  isSecure,
  isDevelopment,
  framed = [],
}: {
  nonce: string;
  /** Served over https: what a page might still ask for without is asked for with it. */
  isSecure: boolean;
  /** React rebuilds the server's stack traces there, by `eval`. */
  isDevelopment: boolean;
  /** Whose frames the page may show; nobody's, unless told otherwise. */
  framed?: readonly string[];
}): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "blob:", "data:"],
    "media-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    ...(framed.length > 0 ? { "frame-src": framed } : {}),
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(isSecure ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** The nonce that a policy names; null where it names none. */
export function nonceIn(policy: string): string | null {
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
}
