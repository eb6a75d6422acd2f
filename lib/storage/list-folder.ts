import {
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
} from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { isNotImplemented } from "./s3-failure";
import { StorageError } from "./storage-error";

/** Where a listing begins: behind a name, or with the first. */
export type From = { prefix: string; after?: string };

/**
 * What is directly in a folder, in order: keys, and folders with their slash. Up to 1,000, and then
 * it is not whole.
 */
export type Listing = { names: string[]; isWhole: boolean };

/** Objects; in a versioned bucket every version and delete marker. @throws StorageError. */
export async function listFolder(bucket: Bucket, from: From): Promise<Listing> {
  const where = { Bucket: bucket.name, Prefix: from.prefix, Delimiter: "/", MaxKeys: mostNames };
  if (await bucket.isVersioned()) {
    const listed = await bucket.client.send(
      new ListObjectVersionsCommand({ ...where, KeyMarker: from.after }),
      bucket.options,
    );
    return listingOf(from, listed, listed.Versions, listed.DeleteMarkers);
  }
  const listed = await bucket.client.send(
    new ListObjectsV2Command({ ...where, StartAfter: from.after }),
    bucket.options,
  );
  return listingOf(from, listed, listed.Contents);
}

/** Uploads in parts that never ended; none where the endpoint cannot have any. @throws StorageError. */
export async function listUploads(bucket: Bucket, from: From): Promise<Listing> {
  try {
    const listed = await bucket.client.send(
      new ListMultipartUploadsCommand({
        Bucket: bucket.name,
        Prefix: from.prefix,
        Delimiter: "/",
        KeyMarker: from.after,
        MaxUploads: mostNames,
      }),
      bucket.options,
    );
    return listingOf(from, listed, listed.Uploads);
  } catch (error) {
    if (isNotImplemented(error)) return { names: [], isWhole: true };
    throw error;
  }
}

const mostNames = 1_000;

type Named = { Key?: string | undefined };
type Listed = {
  IsTruncated?: boolean | undefined;
  CommonPrefixes?: { Prefix?: string | undefined }[] | undefined;
};

function listingOf(
  { after = "" }: From,
  { IsTruncated, CommonPrefixes = [] }: Listed,
  ...named: (Named[] | undefined)[]
): Listing {
  const lists = [
    CommonPrefixes.flatMap(({ Prefix }) => Prefix ?? []),
    ...named.map((some = []) => some.flatMap(({ Key }) => Key ?? [])),
  ];
  const isWhole = IsTruncated !== true;
  if (!isWhole && !lists.every((names) => isInOrder([after, ...names]))) {
    throw new StorageError("The store lists in no order: what it leaves out proves nothing.");
  }
  return { names: lists.flat().sort(), isWhole };
}

function isInOrder(names: readonly string[]): boolean {
  return names.every((name, at) => at === 0 || (names[at - 1] ?? "") <= name);
}
