import { and, asc, eq, isNull, lte, notExists, or } from "drizzle-orm";
import { contactFences, workspaceExports, workspaces } from "@/db/schema";
import { isFenced } from "@/lib/erasure";
import type { ExportContext } from "./export-context";
import { type HeldExport, heldUntil } from "./held-export";

/**
 * Takes the export that has waited longest, or whose worker is gone, to write it from the beginning.
 *
 * @returns null when there is none.
 */
export async function claimExport({ db, now }: ExportContext): Promise<HeldExport | null> {
  try {
    return await db.transaction(async (tx) => {
      const at = now();
      const isFree = or(isNull(workspaceExports.heldUntil), lte(workspaceExports.heldUntil, at));
      const frozen = tx
        .select({ id: contactFences.contactId })
        .from(contactFences)
        .where(
          and(
            eq(contactFences.workspaceId, workspaceExports.workspaceId),
            eq(contactFences.contactId, workspaceExports.contactId),
          ),
        );
      const [due] = await tx
        .select({ row: workspaceExports })
        .from(workspaceExports)
        .innerJoin(workspaces, eq(workspaces.id, workspaceExports.workspaceId))
        .where(
          and(
            or(eq(workspaceExports.state, "waiting"), eq(workspaceExports.state, "running")),
            isFree,
            eq(workspaces.state, "active"),
            notExists(frozen),
          ),
        )
        .orderBy(asc(workspaceExports.createdAt))
        .limit(1)
        .for("update", { of: workspaceExports, skipLocked: true });
      if (due === undefined) return null;
      const { workspaceId, id, attempts } = due.row;
      const [held] = await tx
        .update(workspaceExports)
        .set({
          state: "running",
          attempts: attempts + 1,
          heldUntil: heldUntil(at),
          plannedParts: null,
          doneParts: 0,
        })
        .where(and(eq(workspaceExports.workspaceId, workspaceId), eq(workspaceExports.id, id)))
        .returning();
      return held ?? null;
    });
  } catch (error) {
    // Its erasure has begun since we looked.
    if (isFenced(error)) return null;
    throw error;
  }
}
