import { ListMultipartUploadsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { listPages } from "./list-pages";
import type { KeptKey } from "./object-store";
import { isNotImplemented } from "./s3-failure";

/**
 * Lists every key under a prefix of which the store keeps something, in order and each once: hidden
 * ones, too, of which old versions or a delete marker are left.
 */
export async function* listAllPages(bucket: Bucket, prefix: string): AsyncGenerator<KeptKey[]> {
  if (!(await bucket.isVersioned())) {
    for await (const page of listPages(bucket, { prefix })) {
      yield page.map(({ key, modifiedAt }) => ({ key, modifiedAt, isCurrent: true }));
    }
    return;
  }
  let after: string | undefined;
  do {
    const listed = await bucket.client.send(
      // After a key, whatever is left of its versions: the newest has been seen.
      new ListObjectVersionsCommand({ Bucket: bucket.name, Prefix: prefix, KeyMarker: after }),
      bucket.options,
    );
    const { Versions = [], DeleteMarkers = [] } = listed;
    const keys = new Map<string, KeptKey>();
    for (const { Key: key = "", LastModified } of [...DeleteMarkers, ...Versions]) {
      keys.set(key, { key, modifiedAt: LastModified ?? new Date(0), isCurrent: false });
    }
    for (const { Key: key = "", LastModified, IsLatest } of Versions) {
      if (!IsLatest) continue;
      keys.set(key, { key, modifiedAt: LastModified ?? new Date(0), isCurrent: true });
    }
    const page = [...keys.values()].sort((one, other) =>
      Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)),
    );
    yield page.filter(({ key }) => key !== after);
    after = listed.IsTruncated ? (listed.NextKeyMarker ?? page.at(-1)?.key) : undefined;
  } while (after !== undefined);
}

/** Lists uploads in parts that never ended, by key; none where the endpoint cannot have any. */
export async function* listUploadPages(
  bucket: Bucket,
  prefix: string,
): AsyncGenerator<{ key: string; startedAt: Date }[]> {
  let marker: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
  while (marker !== undefined) {
    const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
      ...{ Bucket: bucket.name, Prefix: prefix },
      ...marker,
    });
    const listed = await bucket.client.send(command, bucket.options).catch((error: unknown) => {
      if (isNotImplemented(error)) return null;
      throw error;
    });
    if (listed === null) return;
    yield (listed.Uploads ?? []).flatMap(({ Key, Initiated }) =>
      Key === undefined ? [] : [{ key: Key, startedAt: Initiated ?? new Date(0) }],
    );
    const { IsTruncated, NextKeyMarker, NextUploadIdMarker } = listed;
    marker =
      IsTruncated && NextKeyMarker !== undefined
        ? {
            KeyMarker: NextKeyMarker,
            ...(NextUploadIdMarker === undefined ? {} : { UploadIdMarker: NextUploadIdMarker }),
          }
        : undefined;
  }
}
