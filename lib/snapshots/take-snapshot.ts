import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { tryLock } from "@/lib/erasure";
import { type FilesContext, storeObject } from "@/lib/files";
import { snapshotLines } from "./snapshot-lines";

/** Serialises the snapshots of one workspace; any number that nobody else uses. */
const snapshotLocks = 4_738_207;

/** An erasure that begins meanwhile waits for the upload to end. */
const uploadMinutes = 30;

/**
 * Stores a workspace's rows as they are now, encrypted under its own data key and compressed, in
 * constant memory. The object's row is written before its bytes, so that they are never out of reach;
 * what is frozen meanwhile is not kept.
 *
 * @returns the snapshot's file; null when another worker is taking one.
 */
export async function takeSnapshot(
  ctx: FilesContext,
  workspaceId: string,
): Promise<{ id: string; sizeBytes: number } | null> {
  return await ctx.db.transaction(
    async (tx) => {
      if (!(await tryLock(tx, snapshotLocks, workspaceId))) return null;
      const gzip = createGzip();
      const reading = pipeline(Readable.from(snapshotLines(tx, workspaceId, ctx.now())), gzip);
      // What fails there fails the upload, which is awaited.
      reading.catch(() => {});
      const owner = { workspaceId, purpose: "snapshot" as const };
      const file = { owner, mimeType: "application/gzip", body: gzip, uploadMinutes };
      const stored = await storeObject(ctx, file);
      await reading;
      return stored;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
