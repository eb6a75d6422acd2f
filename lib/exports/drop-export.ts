import { and, eq } from "drizzle-orm";
import { workspaceExports } from "@/db/schema";
import { eraseObject } from "@/lib/files";
import type { ExportContext } from "./export-context";

type ExportRef = { workspaceId: string; id: string; objectId: string | null };

/** Erases an export: its bytes first, asked of the store to be gone, then the row that leads to them. */
export async function dropExport(
  ctx: Pick<ExportContext, "db" | "now" | "store" | "master">,
  { workspaceId, id, objectId }: ExportRef,
): Promise<void> {
  if (objectId !== null) await eraseObject(ctx, { workspaceId, id: objectId });
  await ctx.db
    .delete(workspaceExports)
    .where(and(eq(workspaceExports.workspaceId, workspaceId), eq(workspaceExports.id, id)));
}
