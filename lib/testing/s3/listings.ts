import type { Uploads } from "./s3-state";
import type { VersionedObjects } from "./versioned-objects";

/** `ListObjectsV2`: current objects, up to `max-keys`. */
export function listObjects(objects: VersionedObjects, query: URLSearchParams): string {
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const entries = function* (): Generator<Entry> {
    for (const [key, [newest]] of objects.under(query.get("prefix") ?? "", after)) {
      if (!newest?.body) continue;
      const size = `<Size>${newest.body.length}</Size>`;
      const modified = `<LastModified>${newest.modifiedAt.toISOString()}</LastModified>`;
      yield { key, xml: `<Contents><Key>${key}</Key>${size}${modified}</Contents>` };
    }
  };
  const { xml, next } = pageOf(entries(), query, "max-keys");
  const token = next === null ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return `<ListBucketResult>${xml}${token}</ListBucketResult>`;
}

/** `ListObjectVersions`: every version and delete marker, up to `max-keys`. */
export function listVersions(objects: VersionedObjects, query: URLSearchParams): string {
  const after = query.get("key-marker") ?? "";
  const entries = function* (): Generator<Entry> {
    for (const [key, versions] of objects.under(query.get("prefix") ?? "", after)) {
      for (const [at, { versionId, body, modifiedAt }] of versions.entries()) {
        const tag = body === null ? "DeleteMarker" : "Version";
        const id = `<VersionId>${versionId}</VersionId>`;
        const latest = `<IsLatest>${at === 0}</IsLatest>`;
        const modified = `<LastModified>${modifiedAt.toISOString()}</LastModified>`;
        yield { key, xml: `<${tag}><Key>${key}</Key>${id}${latest}${modified}</${tag}>` };
      }
    }
  };
  const { xml, next } = pageOf(entries(), query, "max-keys");
  const marker = next === null ? "" : `<NextKeyMarker>${next}</NextKeyMarker>`;
  return `<ListVersionsResult>${xml}${marker}</ListVersionsResult>`;
}

/** `ListMultipartUploads`: what has begun and not ended, up to `max-uploads`. */
export function listUploads(uploads: Uploads, query: URLSearchParams): string {
  const after = query.get("key-marker") ?? "";
  const entries = [...uploads]
    .map(([id, { key }]) => ({
      key,
      xml: `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`,
    }))
    .filter(({ key }) => key.startsWith(query.get("prefix") ?? "") && key > after)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const { xml } = pageOf(entries, query, "max-uploads");
  return `<ListMultipartUploadsResult>${xml}</ListMultipartUploadsResult>`;
}

type Entry = { key: string; xml: string };

/**
 * The first of some entries, up to a limit; what has a delimiter behind the prefix is one entry, as far
 * as it is the same up to there.
 *
 * @returns the key of the last where there are more.
 */
function pageOf(
  entries: Iterable<Entry>,
  query: URLSearchParams,
  limit: string,
): { xml: string; next: string | null } {
  const most = Number(query.get(limit) ?? 1000);
  const found: string[] = [];
  let folder: string | null = null;
  let last = "";
  let isTruncated = false;
  for (const { key, xml } of entries) {
    if (folder !== null && key.startsWith(folder)) {
      last = key;
      continue;
    }
    isTruncated = found.length === most;
    if (isTruncated) break;
    folder = folderOf(key, query);
    found.push(
      folder === null ? xml : `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`,
    );
    last = key;
  }
  const xml = `<IsTruncated>${isTruncated}</IsTruncated>${found.join("")}`;
  return { xml, next: isTruncated ? last : null };
}

function folderOf(key: string, query: URLSearchParams): string | null {
  const delimiter = query.get("delimiter");
  if (!delimiter) return null;
  const end = key.indexOf(delimiter, (query.get("prefix") ?? "").length);
  return end === -1 ? null : key.slice(0, end + delimiter.length);
}
