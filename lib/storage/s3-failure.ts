import { S3ServiceException } from "@aws-sdk/client-s3";

/** Whether the store answered that there is no such object, version or upload. Not: no such bucket. */
export function isNotFound(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    error.$metadata.httpStatusCode === 404 &&
    error.name !== "NoSuchBucket"
  );
}

/** Whether the endpoint has no such operation: older or smaller stores lack bulk deletes or versions. */
export function isNotImplemented(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { httpStatusCode } = error.$metadata;
  return httpStatusCode === 400 || httpStatusCode === 405 || httpStatusCode === 501;
}
