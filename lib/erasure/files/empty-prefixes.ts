import { objectPrefix } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { HeldRun } from "../lease";
import { fileBatch } from "./file-batch";
import { recordFiles } from "./file-step";
import type { OpenPart } from "./files-part";

/** A look may go on from any of them again. */
export const prefixesInLook = 2_000;

/**
 * Empties what is the subject's alone in the object store, one prefix after another, whether a row
 * leads to an object or not. A prefix is done when the store says that nothing is under it: of many it
 * says so of as many as one look tells.
 */
export async function emptyPrefixes(
  ctx: ErasureContext,
  run: HeldRun,
  { index, step, scope, mayGoOn, shouldYield }: OpenPart,
): Promise<"done" | "yielded" | "stopped"> {
  const ofRequest = index === 0 ? [objectPrefix({ requestId: run.requestId })] : [];
  const prefixes = [...ofRequest, ...scope.prefixes];
  for (let at = step.emptied; at < prefixes.length; ) {
    if (shouldYield()) return "yielded";
    const [prefix = "", ...others] = prefixes.slice(at, at + prefixesInLook);
    const emptied = await fileBatch(ctx, run, mayGoOn, async (tx, askStore) => {
      const empty =
        others.length === 0
          ? 0
          : await askStore((signal) => ctx.files.leadingEmpty([prefix, ...others], signal));
      const objects =
        empty > 0 ? 0 : await askStore((signal) => ctx.files.erasePage(prefix, signal));
      const next = at + Math.max(empty, objects === 0 ? 1 : 0);
      await recordFiles(tx, run, index, objects, { emptied: next });
      return next;
    });
    if (emptied === null) return "stopped";
    at = emptied;
  }
  return "done";
}
