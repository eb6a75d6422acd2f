import { and, eq, gt, sql } from "drizzle-orm";
import { workspaceExports } from "@/db/schema";
import type { Vault } from "@/lib/erasure";
import { type FilesContext, type OpenedFile, openObject } from "@/lib/files";
import { isGoodLink } from "./export-link";
import { isOutdated } from "./is-outdated";

type Asked = { workspaceId: string; exportId: string; until: number; signature: string };

/**
 * Opens an export's file by its link, to be read as it is decrypted. Authorising the reader is the
 * caller's.
 *
 * @returns null for a link that is not ours, was changed or is over, and once the file is gone.
 */
export async function openExport(
  ctx: FilesContext & { vault: Pick<Vault, "digest"> },
  { workspaceId, exportId, until, signature }: Asked,
): Promise<OpenedFile | null> {
  const now = ctx.now();
  const linked = { workspaceId, exportId, until: new Date(until) };
  if (!isGoodLink(ctx.vault, linked, { signature, now })) return null;
  const [found] = await ctx.db
    .select({ objectId: workspaceExports.objectId })
    .from(workspaceExports)
    .where(
      and(
        eq(workspaceExports.workspaceId, workspaceId),
        eq(workspaceExports.id, exportId),
        eq(workspaceExports.state, "ready"),
        gt(workspaceExports.expiresAt, now),
        sql`not ${isOutdated(ctx.db)}`,
      ),
    );
  if (found === undefined || found.objectId === null) return null;
  return await openObject(ctx, { workspaceId, id: found.objectId });
}
