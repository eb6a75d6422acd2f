import { randomUUID } from "node:crypto";
import { listObjects, listUploads, listVersions } from "./listings";
import type { S3State } from "./s3-state";

type Answer = { status: number; body: Buffer };

/**
 * Does what one call asks for, and says so as S3 does.
 *
 * @param keepsOthers of a bulk delete every second object stays, and the answer, which is a success, says so.
 */
export function answerS3(
  state: S3State,
  operation: string,
  key: string,
  query: URLSearchParams,
  body: Buffer,
  keepsOthers = false,
): Answer {
  const { objects, uploads } = state;
  const uploadId = query.get("uploadId") ?? "";
  const upload = uploads.get(uploadId);
  switch (operation) {
    case "PutObject":
      objects.put(key, body);
      return answer(200, "");
    case "GetObject":
    case "HeadObject": {
      const found = objects.read(key);
      return found?.body ? { status: 200, body: found.body } : notFound("NoSuchKey");
    }
    case "DeleteObject":
      objects.delete(key, query.get("versionId") ?? undefined);
      return answer(204, "");
    case "DeleteObjects": {
      const kept: string[] = [];
      for (const [at, [, entry = ""]] of [...objectsIn(body)].entries()) {
        const name = /<Key>(.*?)<\/Key>/s.exec(entry)?.[1] ?? "";
        const isKept = keepsOthers && at % 2 === 1;
        if (isKept) kept.push(`<Error>${entry}<Code>InternalError</Code></Error>`);
        else objects.delete(name, /<VersionId>(.*?)<\/VersionId>/s.exec(entry)?.[1]);
      }
      return answer(200, `<DeleteResult>${kept.join("")}</DeleteResult>`);
    }
    case "ListObjects":
      return answer(200, listObjects(objects, query));
    case "ListObjectVersions":
      return answer(200, listVersions(objects, query));
    case "GetBucketVersioning":
      return answer(
        200,
        `<VersioningConfiguration>${objects.isVersioned ? "<Status>Enabled</Status>" : ""}</VersioningConfiguration>`,
      );
    case "ListMultipartUploads":
      return answer(200, listUploads(uploads, query));
    case "CreateMultipartUpload": {
      const id = randomUUID();
      uploads.set(id, { key, parts: new Map() });
      return answer(
        200,
        `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
    }
    case "UploadPart":
      if (upload === undefined) return notFound("NoSuchUpload");
      upload.parts.set(Number(query.get("partNumber")), body);
      return answer(200, "");
    case "CompleteMultipartUpload": {
      if (upload === undefined) return notFound("NoSuchUpload");
      const parts = [...upload.parts].sort(([one], [other]) => one - other);
      objects.put(key, Buffer.concat(parts.map(([, part]) => part)));
      uploads.delete(uploadId);
      return answer(200, "<CompleteMultipartUploadResult/>");
    }
    default:
      return uploads.delete(uploadId) ? answer(204, "") : notFound("NoSuchUpload");
  }
}

function objectsIn(body: Buffer): Iterable<RegExpMatchArray> {
  return body.toString().matchAll(/<Object>(.*?)<\/Object>/gs);
}

function answer(status: number, xml: string): Answer {
  return { status, body: Buffer.from(xml) };
}

function notFound(code: string): Answer {
  return answer(404, `<Error><Code>${code}</Code></Error>`);
}
