import type { Bucket } from "./bucket";
import { eraseKeys } from "./erase-keys";
import { erasePage } from "./erase-page";
import { firstUnder } from "./first-under";
import { versioningReader } from "./is-versioned";
import { leadingEmpty } from "./leading-empty";
import { listAllPages, listUploadPages } from "./list-all-pages";
import { listPages } from "./list-pages";
import type { ObjectStore } from "./object-store";
import { plainKey, plainPrefix } from "./plain-key";
import { putNew } from "./put-new";
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
    put: async (key, body, options) => await putObject(bucket, plainKey(key), body, options),
    putNew: async (key, body, options) => await putNew(bucket, plainKey(key), body, options),
    get: async (key) => await readObject(bucket, plainKey(key)),
    head: async (key) => await headObject(bucket, plainKey(key)),
    signedUrl: async (key, options) => await signUrl(bucket, plainKey(key), options),
    erase: async (keys, signal) => await eraseKeys(until(signal), keys.map(plainKey)),
    erasePage: async (prefix, signal) => await erasePage(until(signal), plainPrefix(prefix)),
    leadingEmpty: async (prefixes, signal) =>
      await leadingEmpty(until(signal), prefixes.map(plainPrefix)),
    countLeft: async (prefix, signal) => await countLeft(until(signal), plainPrefix(prefix)),
    isGone: async (key, signal) => await isGone(until(signal), plainKey(key)),
    pages: (options) => listPages(bucket, options),
    allPages: (prefix) => listAllPages(bucket, plainPrefix(prefix)),
    uploadPages: (prefix) => listUploadPages(bucket, plainPrefix(prefix)),
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
