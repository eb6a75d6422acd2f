import type { S3Client } from "@aws-sdk/client-s3";

/** The bucket that every operation is about, and whether it keeps old versions. */
export type Bucket = {
  client: S3Client;
  name: string;
  /** Asked of the store, and remembered for a while. */
  isVersioned(): Promise<boolean>;
  /** Whether the endpoint takes bulk deletes: learnt from its first refusal. */
  takesBulkDeletes: boolean;
};
