import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** What is in a zip, by its name, as a reader has it that takes no name which leads elsewhere. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, content.toString());
  }
  return files;
}
