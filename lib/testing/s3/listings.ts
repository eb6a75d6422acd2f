import type { Uploads } from "./s3-state";
import type { VersionedObjects } from "./versioned-objects";

/** `ListObjectsV2`: current objects, up to `max-keys`. */
export function listObjects(objects: VersionedObjects, query: URLSearchParams): string {
  const limit = limitOf(query);
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const found: string[] = [];
  let last = "";
  for (const [key, [newest]] of objects.under(query.get("prefix") ?? "", after)) {
    if (!newest?.body) continue;
    if (found.length === limit) {
      return listBucket(found, `<NextContinuationToken>${last}</NextContinuationToken>`);
    }
    found.push(
      `<Contents><Key>${key}</Key><Size>${newest.body.length}</Size><LastModified>${newest.modifiedAt.toISOString()}</LastModified></Contents>`,
    );
    last = key;
  }
  return listBucket(found, "");
}

function listBucket(found: string[], next: string): string {
  const isTruncated = `<IsTruncated>${next !== ""}</IsTruncated>`;
  return `<ListBucketResult>${isTruncated}${next}${found.join("")}</ListBucketResult>`;
}

/** `ListObjectVersions`: every version and delete marker, up to `max-keys`. */
export function listVersions(objects: VersionedObjects, query: URLSearchParams): string {
  const found: string[] = [];
  for (const [key, versions] of objects.under(query.get("prefix") ?? "")) {
    for (const { versionId, body } of versions) {
      if (found.length === limitOf(query)) break;
      const tag = body === null ? "DeleteMarker" : "Version";
      found.push(`<${tag}><Key>${key}</Key><VersionId>${versionId}</VersionId></${tag}>`);
    }
    if (found.length === limitOf(query)) break;
  }
  return `<ListVersionsResult>${found.join("")}</ListVersionsResult>`;
}

/** `ListMultipartUploads`: what has begun and not ended. */
export function listUploads(uploads: Uploads, query: URLSearchParams): string {
  const found = [...uploads]
    .filter(([, { key }]) => key.startsWith(query.get("prefix") ?? ""))
    .map(([id, { key }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
  return `<ListMultipartUploadsResult>${found.join("")}</ListMultipartUploadsResult>`;
}

function limitOf(query: URLSearchParams): number {
  return Number(query.get("max-keys") ?? 1000);
}
