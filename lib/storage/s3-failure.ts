import { S3ServiceException } from "@aws-sdk/client-s3";

/** Whether the store answered that there is no such object, version or upload. Not: no such bucket. */
export function isNotFound(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    error.$metadata.httpStatusCode === 404 &&
    error.name !== "NoSuchBucket"
  );
}

/** Whether the store has an object already, or somebody is putting one, where there was to be none. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { httpStatusCode } = error.$metadata;
  return httpStatusCode === 412 || httpStatusCode === 409;
}

/**
 * Whether the endpoint has no such operation: older or smaller stores lack versions, or uploads in
 * parts. Those that we know say so by 501 (R2, MinIO) or 405, and any other 400 is about the call: an
 * expired token that was taken for "no versions" would leave them lying, and vouch that they are gone.
 */
export function isNotImplemented(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { httpStatusCode } = error.$metadata;
  if (httpStatusCode === 405 || httpStatusCode === 501) return true;
  return httpStatusCode === 400 && notSupported.includes(error.name);
}

const notSupported = ["NotImplemented", "MethodNotAllowed", "UnsupportedOperation"];

/**
 * Whether the endpoint takes no bulk deletes: one that does not know them reads a post to the bucket
 * as an upload by form, without its key. Nothing is passed over by it, for single deletes follow.
 */
export function takesNoBulkDeletes(error: unknown): boolean {
  if (isNotImplemented(error)) return true;
  return error instanceof S3ServiceException && formRefusals.includes(error.name);
}

const formRefusals = ["InvalidArgument", "MalformedPOSTRequest"];
