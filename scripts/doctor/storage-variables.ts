import type { StorageSettings } from "@/lib/storage";
import { storageSettings } from "@/lib/storage-settings";

/** Where the files are that belong to the database, if the environment says it; an empty word is none. */
export function storageVariables(
  environment: Readonly<Record<string, string | undefined>>,
): StorageSettings | null {
  const given = (name: string) => environment[name] || undefined;
  const bucket = given("S3_BUCKET");
  if (bucket === undefined) return null;
  return storageSettings({
    S3_BUCKET: bucket,
    S3_ENDPOINT: given("S3_ENDPOINT"),
    S3_REGION: given("S3_REGION"),
    S3_ACCESS_KEY_ID: given("S3_ACCESS_KEY_ID"),
    S3_SECRET_ACCESS_KEY: given("S3_SECRET_ACCESS_KEY"),
  });
}
