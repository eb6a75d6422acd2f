import { DeleteObjectCommand, DeleteObjectsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { inParallel } from "./in-parallel";
import { isNotFound, takesNoBulkDeletes } from "./s3-failure";
import { StorageError } from "./storage-error";

/** One object, or one version of it. */
export type ObjectName = { key: string; versionId?: string };

/** What one bulk delete takes. */
export const bulkLimit = 1_000;

/**
 * Deletes exactly these objects or versions, up to 1,000: in one call, or one by one where the
 * endpoint has no bulk delete. What is gone already counts as done.
 *
 * @throws StorageError when the store kept some of them, after retries.
 */
export async function eraseObjects(bucket: Bucket, names: readonly ObjectName[]): Promise<void> {
  if (names.length === 0) return;
  if (bucket.endpoint.takesBulkDeletes && names.length > 1) {
    try {
      return await eraseTogether(bucket, names);
    } catch (error) {
      if (!takesNoBulkDeletes(error)) throw error;
      bucket.endpoint.takesBulkDeletes = false;
    }
  }
  await inParallel(names, (name) => eraseOne(bucket, name));
}

async function eraseTogether(bucket: Bucket, names: readonly ObjectName[]): Promise<void> {
  const { Errors: errors = [] } = await bucket.client.send(
    new DeleteObjectsCommand({
      Bucket: bucket.name,
      Delete: {
        Quiet: true,
        Objects: names.map(({ key, versionId }) => ({ Key: key, VersionId: versionId })),
      },
    }),
    bucket.options,
  );
  // The call as a whole succeeds even when some of its objects were refused: ask again for those.
  const kept = errors.filter(({ Code }) => Code !== "NoSuchKey" && Code !== "NoSuchVersion");
  await inParallel(kept, async ({ Key, VersionId, Code }) => {
    if (Key === undefined) throw new StorageError(`A bulk delete failed: ${Code ?? "no code"}.`);
    await eraseOne(bucket, { key: Key, ...(VersionId ? { versionId: VersionId } : {}) });
  });
}

async function eraseOne(bucket: Bucket, { key, versionId }: ObjectName): Promise<void> {
  const name = { Bucket: bucket.name, Key: key, VersionId: versionId };
  try {
    await bucket.client.send(new DeleteObjectCommand(name), bucket.options);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
