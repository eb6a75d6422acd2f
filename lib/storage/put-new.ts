import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { mediaType } from "./media-type";
import { isNotImplemented, isTaken } from "./s3-failure";

/** Uploads under a key that has nothing, by the store's own condition where it knows one. */
export async function putNew(
  bucket: Bucket,
  key: string,
  body: Uint8Array,
  { mimeType = "application/octet-stream" }: { mimeType?: string } = {},
): Promise<boolean> {
  const object = { Bucket: bucket.name, Key: key, Body: body, ContentType: mediaType(mimeType) };
  try {
    const command = new PutObjectCommand({ ...object, IfNoneMatch: "*" });
    await bucket.client.send(command, bucket.options);
  } catch (error) {
    if (isTaken(error)) return false;
    if (!isNotImplemented(error)) throw error;
    await bucket.client.send(new PutObjectCommand(object), bucket.options);
  }
  return true;
}
