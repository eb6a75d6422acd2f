import type { Files } from "../context";

/** Calls to the store that are under way at once. */
const atOnce = 16;

/** The store has something of a file that it said it had erased. */
class StillThere extends Error {
  override readonly name = "StillThere";
}

/**
 * Asks the store of each of these keys whether it is gone, in every version; what a bulk delete does
 * not reach, parts of an upload that never ended, is erased on the way.
 *
 * @throws StillThere; the rows that lead there have to stay.
 */
export async function confirmGone(
  files: Pick<Files, "erasePage" | "isGone">,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (let at = 0; at < keys.length; at += atOnce) {
    await Promise.all(
      keys.slice(at, at + atOnce).map(async (key) => {
        if (await files.isGone(key, signal)) return;
        // No key begins with another: they all end in an id.
        while ((await files.erasePage(key, signal)) > 0);
        if (!(await files.isGone(key, signal))) {
          throw new StillThere("The store still has a file that it was told to delete.");
        }
      }),
    );
  }
}
