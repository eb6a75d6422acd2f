import type { Bucket } from "./bucket";
import { bulkLimit, eraseObjects } from "./erase-objects";
import { firstUnder } from "./first-under";
import { inParallel } from "./in-parallel";

/** Erases objects by key, with all their versions. Keys that are gone already count as done. */
export async function eraseKeys(bucket: Bucket, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += bulkLimit) {
    const some = keys.slice(at, at + bulkLimit);
    if (await bucket.isVersioned()) {
      await inParallel(some, (key) => eraseVersions(bucket, key));
    } else {
      await eraseObjects(
        bucket,
        some.map((key) => ({ key })),
      );
    }
  }
}

/** A key is the first of those that begin with it, so a page without it says that nothing is left. */
async function eraseVersions(bucket: Bucket, key: string): Promise<void> {
  for (;;) {
    const versions = (await firstUnder(bucket, key)).filter((found) => found.key === key);
    if (versions.length === 0) return;
    await eraseObjects(bucket, versions);
  }
}
