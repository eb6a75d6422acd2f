import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket";
import { isNotFound } from "./s3-failure";
import { StorageError } from "./storage-error";

/** Opens an object to be read; null when there is none. */
export async function readObject(
  { client, name, options }: Bucket,
  key: string,
): Promise<{ body: Readable; sizeBytes: number } | null> {
  try {
    const command = new GetObjectCommand({ Bucket: name, Key: key });
    const { Body, ContentLength = 0 } = await client.send(command, options);
    if (!(Body instanceof Readable)) throw new StorageError("The store sent no body.");
    return { body: Body, sizeBytes: ContentLength };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Asks whether there is an object, and for its size. */
export async function headObject(
  { client, name, options }: Bucket,
  key: string,
): Promise<{ sizeBytes: number } | null> {
  try {
    const command = new HeadObjectCommand({ Bucket: name, Key: key });
    const { ContentLength = 0 } = await client.send(command, options);
    return { sizeBytes: ContentLength };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
