import { S3Client } from "@aws-sdk/client-s3";

/** Where the bucket is, and who we are there. Without keys, the machine's own role is used. */
export type StorageSettings = {
  bucket: string;
  /** Absent: Amazon S3. */
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/** The time until an answer begins; a body may take longer, as long as it moves. */
const answerMilliseconds = 20_000;
const idleMilliseconds = 30_000;
const connectMilliseconds = 5_000;

/** Tries of one call in all. A busy store's `Retry-After` is obeyed; calls slow down together. */
const attempts = 6;

/** A client for S3 and what speaks its protocol, with time-outs and retries. */
export function createS3Client({ endpoint, region, credentials }: StorageSettings): S3Client {
  const isAmazon = endpoint === undefined || /\.amazonaws\.com(\.cn)?$/.test(hostOf(endpoint));
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    region: region ?? "us-east-1",
    forcePathStyle: !isAmazon,
    maxAttempts: attempts,
    retryMode: "adaptive",
    // Others store a checksum's framing as part of the object, or refuse its header.
    requestChecksumCalculation: isAmazon ? "WHEN_SUPPORTED" : "WHEN_REQUIRED",
    responseChecksumValidation: isAmazon ? "WHEN_SUPPORTED" : "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: connectMilliseconds,
      socketTimeout: idleMilliseconds,
      throwOnRequestTimeout: true,
    },
    // What it would warn of, it also throws.
    logger: silent,
  });
}

/** What every call but an upload is sent with: an upload's answer begins when its body has ended. */
export const soon = { requestTimeout: answerMilliseconds };

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function hostOf(endpoint: string): string {
  return new URL(endpoint).hostname;
}
