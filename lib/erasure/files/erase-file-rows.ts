import { and, asc, gt } from "drizzle-orm";
import { storedObjects } from "@/db/schema";
import type { ErasureContext } from "../context";
import type { HeldRun } from "../lease";
import { confirmGone } from "./confirm-gone";
import { fileBatch } from "./file-batch";
import { recordFiles } from "./file-step";
import type { OpenPart } from "./files-part";

/** Where the store has no bulk deletes, each key takes calls of its own. */
const keysAtOnce = 200;

/** Erases the bytes of files one by one by their rows, in the order of their ids. The rows stay. */
export async function eraseFileRows(
  ctx: ErasureContext,
  run: HeldRun,
  { index, step, scope: { rows, prefixes }, mayGoOn, shouldYield }: OpenPart,
): Promise<"done" | "yielded" | "stopped"> {
  if (rows === null) return "done";
  const looked = new Set(prefixes);
  for (let cursor = step.cursor; ; ) {
    if (shouldYield()) return "yielded";
    const batch = await fileBatch(ctx, run, mayGoOn, async (tx, askStore) => {
      const page = await tx
        .select({ id: storedObjects.id, key: storedObjects.key })
        .from(storedObjects)
        .where(and(rows, cursor === null ? undefined : gt(storedObjects.id, cursor)))
        .orderBy(asc(storedObjects.id))
        .limit(keysAtOnce);
      const last = page.at(-1);
      if (last === undefined) return { end: null };
      const keys = page.map(({ key }) => key);
      await askStore((signal) => ctx.files.erase(keys, signal));
      // Verification looks under the subject's prefixes: nothing leads it to what lies elsewhere.
      const elsewhere = keys.filter((key) => !looked.has(key.slice(0, key.lastIndexOf("/") + 1)));
      await askStore((signal) => confirmGone(ctx.files, elsewhere, signal));
      await recordFiles(tx, run, index, keys.length, { cursor: last.id });
      return { end: last.id };
    });
    if (batch === null) return "stopped";
    if (batch.end === null) return "done";
    cursor = batch.end;
  }
}
