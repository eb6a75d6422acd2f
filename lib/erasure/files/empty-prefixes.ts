import { objectPrefix } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { HeldRun } from "../lease";
import { fileBatch } from "./file-batch";
import { recordFiles } from "./file-step";
import type { OpenPart } from "./files-part";

/**
 * Empties what is the subject's alone in the object store, one prefix after another, whether a row
 * leads to an object or not. A prefix is done when the store says that nothing is under it.
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
    const prefix = prefixes[at] ?? "";
    const erased = await fileBatch(ctx, run, mayGoOn, async (tx, askStore) => {
      const objects = await askStore((signal) => ctx.files.erasePage(prefix, signal));
      await recordFiles(tx, run, index, objects, { emptied: objects === 0 ? at + 1 : at });
      return objects;
    });
    if (erased === null) return "stopped";
    if (erased === 0) at++;
  }
  return "done";
}
