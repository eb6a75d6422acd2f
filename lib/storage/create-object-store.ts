import type { Bucket } from "./bucket";
import { eraseKeys } from "./erase-keys";
import { erasePage } from "./erase-page";
import { firstUnder } from "./first-under";
import { versioningReader } from "./is-versioned";
import { listPages } from "./list-pages";
import type { ObjectStore } from "./object-store";
import { putObject } from "./put-object";
import { headObject, readObject } from "./read-object";
import { createS3Client, type StorageSettings, soon } from "./s3-client";
import { signUrl } from "./sign-url";
import { unfinishedUploads } from "./unfinished-uploads";

/** The one driver of object storage, for S3 and whatever speaks its protocol. */
export function createObjectStore(settings: StorageSettings): ObjectStore {
  const client = createS3Client(settings);
  const bucket: Bucket = {
    client,
    name: settings.bucket,
    isVersioned: versioningReader(client, settings.bucket),
    options: soon,
    endpoint: { takesBulkDeletes: true },
  };
  const until = (abortSignal?: AbortSignal): Bucket =>
    abortSignal === undefined ? bucket : { ...bucket, options: { ...soon, abortSignal } };
  return {
    put: (key, body, options) => putObject(bucket, key, body, options),
    get: (key) => readObject(bucket, key),
    head: (key) => headObject(bucket, key),
    signedUrl: (key, options) => signUrl(bucket, key, options),
    erase: (keys, signal) => eraseKeys(until(signal), keys),
    erasePage: (prefix, signal) => erasePage(until(signal), prefix),
    countLeft: (prefix, signal) => countLeft(until(signal), prefix),
    isGone: (key) => isGone(bucket, key),
    pages: (options) => listPages(bucket, options),
  };
}

/** Those that begin with this key are others, and come after it. */
async function isGone(bucket: Bucket, key: string): Promise<boolean> {
  if ((await headObject(bucket, key)) !== null) return false;
  const left = [...(await firstUnder(bucket, key)), ...(await unfinishedUploads(bucket, key))];
  return !left.some((found) => found.key === key);
}

async function countLeft(bucket: Bucket, prefix: string): Promise<number> {
  const found = await firstUnder(bucket, prefix);
  return found.length + (await unfinishedUploads(bucket, prefix)).length;
}
