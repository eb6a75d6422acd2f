import { addMinutes } from "date-fns";
import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { workspaceExports } from "@/db/schema";
import type { Db, Tx } from "@/lib/erasure";

/** An export that a worker is writing. A worker that has been silent for a while has lost it. */
export type HeldExport = typeof workspaceExports.$inferSelect;

const silentMinutes = 5;

export function heldUntil(now: Date): Date {
  return addMinutes(now, silentMinutes);
}

/** The row, as long as it is this worker's to write: not cancelled, not taken over. */
export function isHeld({ workspaceId, id, attempts }: HeldExport) {
  return and(
    eq(workspaceExports.workspaceId, workspaceId),
    eq(workspaceExports.id, id),
    eq(workspaceExports.state, "running"),
    eq(workspaceExports.attempts, attempts),
  );
}

/**
 * Writes to an export's row while it is held.
 *
 * @returns the row as it is then; null once it is not any more. @throws what the fence says once its erasure has begun.
 */
export async function writeHeld(
  db: Db | Tx,
  held: HeldExport,
  values: PgUpdateSetSource<typeof workspaceExports>,
): Promise<HeldExport | null> {
  const [written] = await db.update(workspaceExports).set(values).where(isHeld(held)).returning();
  return written ?? null;
}
