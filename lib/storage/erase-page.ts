import type { Bucket } from "./bucket";
import { eraseObjects } from "./erase-objects";
import { firstUnder } from "./first-under";
import { abortUploads, unfinishedUploads } from "./unfinished-uploads";

/**
 * Erases the first up to 1,000 of what lies under a prefix: objects, or versions and delete markers,
 * and when there are none, the parts of uploads that never ended.
 *
 * @returns how many it erased; 0 when nothing was there.
 */
export async function erasePage(bucket: Bucket, prefix: string): Promise<number> {
  const found = await firstUnder(bucket, prefix);
  await eraseObjects(bucket, found);
  if (found.length > 0) return found.length;

  const uploads = await unfinishedUploads(bucket, prefix);
  await abortUploads(bucket, uploads);
  return uploads.length;
}
