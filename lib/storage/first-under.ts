import { ListObjectsV2Command, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { bulkLimit, type ObjectName } from "./erase-objects";

/**
 * The first up to 1,000 objects under a prefix, by key: in a versioned bucket every version and
 * delete marker.
 */
export async function firstUnder(bucket: Bucket, prefix: string): Promise<ObjectName[]> {
  const where = { Bucket: bucket.name, Prefix: prefix, MaxKeys: bulkLimit };
  if (!(await bucket.isVersioned())) {
    const { Contents = [] } = await bucket.client.send(
      new ListObjectsV2Command(where),
      bucket.options,
    );
    return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ key: Key }]));
  }
  const { Versions = [], DeleteMarkers = [] } = await bucket.client.send(
    new ListObjectVersionsCommand(where),
    bucket.options,
  );
  return [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) =>
    Key === undefined ? [] : [{ key: Key, ...(VersionId ? { versionId: VersionId } : {}) }],
  );
}
