import { log } from "@/lib/log";
import { type PageCopy, readCopy } from "./page-copy";

/** A page that is the same for everybody who reads it in this language. */
export type CopiedPage = { path: string; language: string };

/**
 * The page as an answer with this nonce, from a copy that this process has of it; null while there is none,
 * or can be none.
 */
export type PageCopies = (page: CopiedPage, nonce: string) => Response | null;

/** A page of which no copy could be made is looked at again after so long. */
const triedAgainAfterMilliseconds = 10_000;

/**
 * Keeps a copy of each page that is asked for, made beside the first request for it, which is answered
 * as ever. Nobody waits for a copy.
 *
 * A page is rendered twice for it, and copied only where both are the same but for their nonces: what
 * is another's for every reader is not copied, and nothing that sets a cookie or failed.
 *
 * @param render asks this very process for the page.
 */
export function pageCopies(render: (page: CopiedPage) => Promise<Response>): PageCopies {
  const copies = new Map<string, PageCopy>();
  const triedAt = new Map<string, number>();

  async function copy(key: string, page: CopiedPage): Promise<void> {
    const [one, other] = [await readCopy(await render(page)), await readCopy(await render(page))];
    if (one === null || other === null || !one.isEqual(other)) {
      log.warn("A page could not be copied, and is rendered for each reader.", {
        route: page.path,
      });
      return;
    }
    copies.set(key, one);
  }

  return (page, nonce) => {
    const key = `${page.language} ${page.path}`;
    const copied = copies.get(key);
    if (copied !== undefined) return copied.withNonce(nonce);

    const now = performance.now();
    const before = triedAt.get(key) ?? Number.NEGATIVE_INFINITY;
    if (now - before < triedAgainAfterMilliseconds) return null;
    triedAt.set(key, now);
    copy(key, page).catch((error: unknown) =>
      log.error("A page could not be copied.", { route: page.path, error }),
    );
    return null;
  };
}
