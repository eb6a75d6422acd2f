import { and, desc, eq, isNull } from "drizzle-orm";
import { workspaceExports } from "@/db/schema";
import type { ErasureContext } from "@/lib/erasure";
import { exportLink } from "./export-link";
import type { ExportStatus } from "./status";

/** The exports of a workspace, or of one of its contacts, newest first. Authorising is the caller's. */
export async function listExports(
  { db, vault, now }: Pick<ErasureContext, "db" | "vault" | "now">,
  of: { workspaceId: string; slug: string; contactId?: string },
): Promise<ExportStatus[]> {
  const { workspaceId, slug, contactId } = of;
  const whose =
    contactId === undefined
      ? isNull(workspaceExports.contactId)
      : eq(workspaceExports.contactId, contactId);
  const rows = await db
    .select()
    .from(workspaceExports)
    .where(and(eq(workspaceExports.workspaceId, workspaceId), whose))
    .orderBy(desc(workspaceExports.createdAt), desc(workspaceExports.id))
    .limit(50);
  return rows.map(({ plannedParts, doneParts, ...row }) => ({
    id: row.id,
    state: row.state,
    includesMedia: row.includesMedia,
    share: plannedParts === null ? null : doneParts / Math.max(plannedParts, 1),
    sizeBytes: row.sizeBytes,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    erasesWorkspace: row.erasesWorkspace,
    erasureRefusal: row.erasureRefusal,
    href:
      row.state === "ready" && row.expiresAt !== null && row.expiresAt > now()
        ? exportLink(vault, { slug, workspaceId, exportId: row.id, until: row.expiresAt })
        : null,
  }));
}
