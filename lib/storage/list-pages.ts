import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import type { ListedObject } from "./object-store";

/** Lists current objects by key, a page of up to 1,000 at a time: memory stays flat. */
export async function* listPages(
  bucket: Bucket,
  { prefix, after }: { prefix: string; after?: string },
): AsyncGenerator<ListedObject[]> {
  let token: string | undefined;
  do {
    const { Contents, NextContinuationToken, IsTruncated } = await bucket.client.send(
      new ListObjectsV2Command({
        Bucket: bucket.name,
        Prefix: prefix,
        ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
      }),
      bucket.options,
    );
    yield (Contents ?? []).flatMap(({ Key, Size, LastModified }) =>
      Key === undefined
        ? []
        : [{ key: Key, sizeBytes: Size ?? 0, modifiedAt: LastModified ?? new Date(0) }],
    );
    token = IsTruncated ? NextContinuationToken : undefined;
  } while (token !== undefined);
}
