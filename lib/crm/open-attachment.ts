import { and, eq } from "drizzle-orm";
import { mediaAttachments, storedObjects } from "@/db/schema";
import { type FilesContext, type OpenedFile, openObject } from "@/lib/files";

export type OpenedAttachment = OpenedFile & { fileName: string | null };

/**
 * Opens what came with a message of a workspace, decrypted as it streams. Authorising the reader is
 * the caller's.
 *
 * @returns null when there is none, its bytes have not arrived, or they or their key are gone.
 */
export async function openAttachment(
  ctx: FilesContext,
  { workspaceId, attachmentId }: { workspaceId: string; attachmentId: string },
): Promise<OpenedAttachment | null> {
  const [found] = await ctx.db
    .select({ fileName: mediaAttachments.fileName, fileId: storedObjects.id })
    .from(mediaAttachments)
    .innerJoin(
      storedObjects,
      and(
        eq(storedObjects.workspaceId, workspaceId),
        eq(storedObjects.key, mediaAttachments.objectKey),
      ),
    )
    .where(
      and(eq(mediaAttachments.workspaceId, workspaceId), eq(mediaAttachments.id, attachmentId)),
    );
  if (found === undefined) return null;
  const opened = await openObject(ctx, { workspaceId, id: found.fileId });
  return opened === null ? null : { ...opened, fileName: found.fileName };
}
