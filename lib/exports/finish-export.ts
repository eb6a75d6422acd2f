import { utc } from "@date-fns/utc";
import { addDays } from "date-fns";
import { sql } from "drizzle-orm";
import { workspaceExports } from "@/db/schema";
import { eraseAfterExport } from "./erase-after-export";
import type { ExportContext } from "./export-context";
import { type HeldExport, writeHeld } from "./held-export";
import { keptDays } from "./kept-days";

type Written = { id: string; sizeBytes: number; takenAt: Date };

/**
 * Ends an export: with its file, or for good without one. Who asked for it is owed a mail, in the same
 * transaction; and where an erasure was to follow, it is asked for there, too. Without a file nothing
 * is erased.
 *
 * @returns false when it is not this worker's any more.
 */
export async function finishExport(
  ctx: ExportContext,
  held: HeldExport,
  written: Written | null,
): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    const endedAt = ctx.now();
    const { workspaceId, id } = held;
    const ended = await writeHeld(tx, held, {
      ...(written === null
        ? { state: "failed" }
        : {
            state: "ready",
            objectId: written.id,
            sizeBytes: written.sizeBytes,
            takenAt: written.takenAt,
            doneParts: sql`coalesce(${workspaceExports.plannedParts}, 0)`,
          }),
      heldUntil: null,
      mailState: "queued",
      endedAt,
      expiresAt: new Date(+addDays(endedAt, keptDays, { in: utc })),
    });
    if (ended === null) return false;
    // As the row has it by now: the erasure may have been asked for meanwhile.
    if (ended.erasesWorkspace && written !== null) await eraseAfterExport(tx, ctx, ended);
    await ctx.jobs.enqueue(tx, {
      queue: "send-notice",
      data: { kind: "export", id, workspaceId },
    });
    return true;
  });
}
