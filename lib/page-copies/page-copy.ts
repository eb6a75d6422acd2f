import { nonceIn } from "@/lib/security/content-security-policy";

/** A page as it was rendered, without its nonce. */
export type PageCopy = {
  isEqual(other: PageCopy): boolean;
  /** The page as an answer of its own. */
  withNonce(nonce: string): Response;
  /** What stands between the nonces. */
  parts: readonly string[];
};

/** What a reader is told of a page besides the page; the rest belongs to the one answer. */
const keptHeaders = ["content-type", "content-language", "cache-control", "vary", "link"];

/** @returns null for what is no page that could be another's, too. */
export async function readCopy(response: Response): Promise<PageCopy | null> {
  const html = await response.text();
  const nonce = nonceIn(response.headers.get("content-security-policy") ?? "");
  const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (response.status !== 200 || !isPage || nonce === null) return null;
  if (response.headers.has("set-cookie")) return null;

  const parts = html.split(nonce);
  const bytes = parts.map((part) => Buffer.from(part));
  const headers = keptHeaders.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    parts,
    isEqual: (other) =>
      parts.length === other.parts.length && parts.every((part, at) => part === other.parts[at]),
    withNonce(given) {
      const between = Buffer.from(given);
      const page = bytes.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
      return new Response(Buffer.concat(page), {
        headers: headers.map(([name, value]): [string, string] => [
          name,
          value.replaceAll(nonce, given),
        ]),
      });
    },
  };
}
