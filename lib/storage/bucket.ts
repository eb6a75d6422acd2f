import type { S3Client } from "@aws-sdk/client-s3";

/** The bucket that every operation is about, and whether it keeps old versions. */
export type Bucket = {
  client: S3Client;
  /** What calls are sent with: until when an answer has to come, and what ends them early. */
  options: { requestTimeout: number; abortSignal?: AbortSignal };
  name: string;
  /** Asked of the store, and remembered for a while. */
  isVersioned(): Promise<boolean>;
  /** Learnt from the endpoint's first refusal: whether it takes bulk deletes. */
  endpoint: { takesBulkDeletes: boolean };
};
