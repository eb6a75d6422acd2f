import { GetBucketVersioningCommand, type S3Client } from "@aws-sdk/client-s3";
import { soon } from "./s3-client";
import { isNotImplemented } from "./s3-failure";

/** Somebody may turn versioning on while we run; once it was on, old versions stay for good. */
const rememberedMilliseconds = 60_000;

/**
 * Whether a bucket keeps old versions, so that a delete would only hide. An endpoint that does not
 * know versions has none; a role that may not ask is an error.
 */
export function versioningReader(client: S3Client, bucket: string): () => Promise<boolean> {
  let known: { isVersioned: boolean; askedAt: number } | undefined;
  return async () => {
    if (known?.isVersioned) return true;
    if (known && performance.now() < known.askedAt + rememberedMilliseconds) return false;
    known = { isVersioned: await ask(client, bucket), askedAt: performance.now() };
    return known.isVersioned;
  };
}

async function ask(client: S3Client, bucket: string): Promise<boolean> {
  try {
    const command = new GetBucketVersioningCommand({ Bucket: bucket });
    const { Status } = await client.send(command, soon);
    return Status !== undefined;
  } catch (error) {
    if (isNotImplemented(error)) return false;
    throw error;
  }
}
