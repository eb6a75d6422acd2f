import { erasureTombstoneLog, tombstones } from "@/db/schema";
import type { ErasureContext } from "../context";
import { lockLog } from "./log-head";
import { openTombstone, signatureOf } from "./tombstone";
import { TombstoneError } from "./tombstone-error";

/** Four parameters a row, of at most 65,535. */
const rowsInInsert = 2_000;

/**
 * Takes what the object store has, and this database has lost, into its log, to be replayed. From then
 * on late writers are refused, as they were before the restore.
 *
 * All of it or nothing. What the log has already is left alone: repeatable.
 *
 * @param entries as they were found, in order, beginning at any.
 * @throws TombstoneError when one is missing, was changed, or continues another history.
 */
export async function importTombstones(
  ctx: ErasureContext,
  entries: readonly string[],
): Promise<number> {
  return await ctx.db.transaction(async (tx) => {
    let head: { sequence: number; entry: string } | null = await lockLog(tx);
    let imported = 0;
    for (const entry of entries) {
      const tombstone = openTombstone(ctx.vault, entry);
      const { sequence, previous, requestId } = tombstone;
      if (head !== null && sequence <= head.sequence) continue;
      if (sequence !== (head?.sequence ?? 0) + 1) {
        throw new TombstoneError("gap", `The tombstone before number ${sequence} is missing.`);
      }
      if (previous !== (head && signatureOf(head.entry))) {
        throw new TombstoneError(
          "other_history",
          `Tombstone ${sequence} does not follow on what this database has: is it the right bucket?`,
        );
      }
      const erasedAt = new Date(tombstone.erasedAt);
      const log = { sequence, requestId, entry, erasedAt, storedAt: ctx.now(), isToReplay: true };
      await tx.insert(erasureTombstoneLog).values(log);
      const gone = tombstone.erased.flatMap(({ kind, digests }) =>
        digests.map((subjectDigest) => ({ subjectKind: kind, subjectDigest, erasedAt })),
      );
      for (let from = 0; from < gone.length; from += rowsInInsert) {
        const some = gone.slice(from, from + rowsInInsert);
        await tx.insert(tombstones).values(some).onConflictDoNothing();
      }
      head = { sequence, entry };
      imported++;
    }
    return imported;
  });
}
