import { addMinutes } from "date-fns";
import { contactSubject, isFenced, workspaceSubject } from "@/lib/erasure";
import { eraseObject, storeObject } from "@/lib/files";
import { claimExport } from "./claim-export";
import type { ExportContext } from "./export-context";
import { finishExport } from "./finish-export";
import { type HeldExport, heldUntil, writeHeld } from "./held-export";
import { writeExport } from "./write-export";

const mostAttempts = 3;
const minutesBetween = 1;

/** An erasure that begins meanwhile ends the upload at its next part, and waits for no longer. */
const uploadMinutes = 120;

/** So many parts, and then the row is told. */
const partsBetween = 5_000;

/**
 * Writes the exports that wait, one after another, each into the object store as it is read. One whose
 * worker is gone begins anew.
 *
 * @param signal ends the one under way, which then waits for another worker.
 * @returns how many were written. @throws AggregateError with what failed; each is tried three times.
 */
export async function takeDueExports(ctx: ExportContext, signal: AbortSignal): Promise<number> {
  const failures: unknown[] = [];
  let taken = 0;
  while (!signal.aborted) {
    const held = await claimExport(ctx);
    if (held === null) break;
    try {
      if (await take(ctx, held, signal)) taken++;
    } catch (error) {
      if (await giveBack(ctx, held, signal)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some exports were not written.");
  return taken;
}

async function take(ctx: ExportContext, held: HeldExport, signal: AbortSignal): Promise<boolean> {
  const { workspaceId, contactId, includesMedia } = held;
  const takenAt = ctx.now();
  const record = recorder(ctx, held, signal);
  const subject =
    contactId === null ? workspaceSubject(workspaceId) : contactSubject({ workspaceId, contactId });
  const stored = await writeExport(
    ctx.db,
    subject,
    { takenAt, files: includesMedia ? ctx : null, ...record },
    (body) =>
      storeObject(ctx, {
        owner: { workspaceId, contactId, purpose: "export" },
        mimeType: "application/zip",
        body,
        uploadMinutes,
      }),
  );
  const file = { workspaceId, id: stored.id };
  try {
    if (await finishExport(ctx, held, { ...stored, takenAt })) return true;
  } catch (error) {
    await eraseObject(ctx, file);
    throw error;
  }
  await eraseObject(ctx, file);
  return false;
}

/** Keeps the row at what has been written, and stops once it is somebody else's. */
function recorder(ctx: ExportContext, held: HeldExport, signal: AbortSignal) {
  let [doneParts, recorded] = [0, 0];
  const record = async (values: { plannedParts?: number; doneParts?: number }) => {
    signal.throwIfAborted();
    const mine = await writeHeld(ctx.db, held, { ...values, heldUntil: heldUntil(ctx.now()) });
    if (mine === null) throw new Error("The export is not this worker's any more.");
  };
  return {
    onPlanned: (plannedParts: number) => record({ plannedParts }),
    async onParts(parts: number) {
      signal.throwIfAborted();
      doneParts += parts;
      if (doneParts - recorded < partsBetween) return;
      recorded = doneParts;
      await record({ doneParts });
    },
  };
}

/** @returns whether it failed; otherwise it was stopped from outside, and nothing is wrong. */
async function giveBack(
  ctx: ExportContext,
  held: HeldExport,
  signal: AbortSignal,
): Promise<boolean> {
  const { attempts } = held;
  try {
    if (signal.aborted) {
      await writeHeld(ctx.db, held, {
        state: "waiting",
        attempts: attempts - 1,
        heldUntil: null,
      });
      return false;
    }
    if (attempts < mostAttempts) {
      const again = addMinutes(ctx.now(), minutesBetween);
      return (await writeHeld(ctx.db, held, { state: "waiting", heldUntil: again })) !== null;
    }
    return await finishExport(ctx, held, null);
  } catch (error) {
    // Its erasure has begun, and it goes with everything else.
    if (isFenced(error)) return false;
    throw error;
  }
}
