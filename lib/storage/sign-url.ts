import { GetObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Bucket } from "./bucket";
import { contentDisposition } from "./content-disposition";
import { mediaType } from "./media-type";
import type { DownloadOptions } from "./object-store";

/**
 * Signs a download that works for a short time. The store answers it with `no-store`, so that no
 * cache on the way keeps what is later erased.
 */
export async function signUrl(
  { client, name }: Bucket,
  key: string,
  { validSeconds, mimeType, fileName }: DownloadOptions,
): Promise<string> {
  const command = new GetObjectCommand({
    Bucket: name,
    Key: key,
    ResponseCacheControl: "private, no-store",
    ResponseContentType: mediaType(mimeType),
    ResponseContentDisposition: contentDisposition("attachment", fileName),
  });
  return await getSignedUrl(client, command, { expiresIn: validSeconds });
}
