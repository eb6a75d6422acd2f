import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { inParallel } from "./in-parallel";
import { isNotFound, isNotImplemented } from "./s3-failure";

export type UnfinishedUpload = { key: string; uploadId: string };

/** Uploads in parts that never ended, first 1,000: their parts are bytes that no listing shows. */
export async function unfinishedUploads(
  bucket: Bucket,
  prefix: string,
): Promise<UnfinishedUpload[]> {
  try {
    const { Uploads = [] } = await bucket.client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket.name, Prefix: prefix }),
      bucket.options,
    );
    return Uploads.flatMap(({ Key, UploadId }) =>
      Key === undefined || UploadId === undefined ? [] : [{ key: Key, uploadId: UploadId }],
    );
  } catch (error) {
    if (isNotImplemented(error)) return [];
    throw error;
  }
}

export async function abortUploads(
  bucket: Bucket,
  uploads: readonly UnfinishedUpload[],
): Promise<void> {
  await inParallel(uploads, async ({ key, uploadId }) => {
    const which = { Bucket: bucket.name, Key: key, UploadId: uploadId };
    try {
      await bucket.client.send(new AbortMultipartUploadCommand(which), bucket.options);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  });
}
