import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

export type ZipEntry = {
  path: string;
  body: AsyncIterable<Uint8Array>;
  /** False for what is compressed already. */
  compress?: boolean;
};

/** A relative path of plain names, none of which begins with a dot. */
const plainPath = /^(?!.{201})\w[\w.-]*(\/\w[\w.-]*)*$/;

/**
 * A zip, made while it is read: one entry at a time, of any length and number (zip64 where it takes
 * that). What fails in an entry, or has a path that leads anywhere but down from where it is unpacked, fails
 * the zip; who stops reading it ends the entries.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, mtime: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream;
  if (!(output instanceof PassThrough)) throw new TypeError("The zip is no stream.");
  let current: Readable | undefined;
  output.once("close", () => current?.destroy());
  zip.on("error", (error: Error) => output.destroy(error));

  async function addAll(into: PassThrough): Promise<void> {
    for await (const { path, body, compress = true } of entries) {
      if (into.destroyed) return;
      if (!plainPath.test(path)) throw new RangeError("This is no path for a zip.");
      current = Readable.from(body, { objectMode: false });
      const read = finished(current, { writable: false });
      zip.addReadStream(current, path, { mtime, compress });
      await read;
    }
    zip.end();
  }
  addAll(output).catch((error: Error) => output.destroy(error));
  return output;
}
