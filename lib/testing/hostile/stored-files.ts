import { and, eq } from "drizzle-orm";
import { mediaAttachments, workspaceExports, workspaceKeys } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey } from "@/lib/crypto";
import type { Db } from "@/lib/erasure";
import { type FilesContext, storeObject } from "@/lib/files";

type Named = { workspaceId: string; requestId: string; attachment: string; export: string };

/** Bytes for a workspace's attachment and its export, and a proof for a request; until when the export is kept. */
export async function storeFiles(
  db: Db,
  files: FilesContext,
  { workspaceId, requestId, attachment, export: exportId }: Named,
): Promise<{ proofId: string; expiresAt: Date }> {
  const { id, wrappedKey } = await createDataKey(files.master, workspaceId, newId());
  await db.insert(workspaceKeys).values({ workspaceId, id, wrappedKey });
  const body = () => bytes("Something that only some may see.");
  const mimeType = "image/png";
  const media = { workspaceId, purpose: "media" } as const;
  const { key } = await storeObject(files, { owner: media, mimeType, body: body() });
  await db
    .update(mediaAttachments)
    .set({ objectKey: key })
    .where(and(eq(mediaAttachments.workspaceId, workspaceId), eq(mediaAttachments.id, attachment)));

  const owner = { workspaceId, purpose: "export" } as const;
  const stored = await storeObject(files, { owner, mimeType: "application/zip", body: body() });
  const [takenAt, expiresAt] = [files.now(), new Date(files.now().getTime() + 86_400_000)];
  const ready = { state: "ready", objectId: stored.id, sizeBytes: stored.sizeBytes } as const;
  await db
    .update(workspaceExports)
    .set({ ...ready, takenAt, endedAt: takenAt, expiresAt })
    .where(and(eq(workspaceExports.workspaceId, workspaceId), eq(workspaceExports.id, exportId)));

  const proof = await storeObject(files, { owner: { requestId }, mimeType, body: body() });
  return { proofId: proof.id, expiresAt };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
