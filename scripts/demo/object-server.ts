import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { createEmulator } from "emulate";
import getPort from "get-port";
import { createObjectStore, type ObjectStore, type StorageSettings } from "@/lib/storage";

export type ObjectServer = { settings: StorageSettings; stop(): Promise<void> };

const bucket = "lethe-demo";

/**
 * Starts a server that speaks S3 and keeps the objects in memory. What is in it when the demo stops
 * lies in the data folder until the next start, as the database does.
 */
export async function startObjectServer(dataFolder: string): Promise<ObjectServer> {
  const port = await getPort({ host: "127.0.0.1" });
  const seed = { aws: { s3: { buckets: [{ name: bucket }] } } };
  const emulator = await createEmulator({ service: "aws", port, seed });
  const settings = {
    bucket,
    endpoint: emulator.url,
    credentials: { accessKeyId: "demo", secretAccessKey: "demo" },
  };
  const store = createObjectStore(settings);
  const folder = path.join(dataFolder, "objects");
  await bringBack(store, folder);
  return {
    settings,
    async stop() {
      await keep(store, folder);
      await emulator.close();
    },
  };
}

async function bringBack(store: ObjectStore, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    await store.put(decodeURIComponent(name), await readFile(path.join(folder, name)));
  }
}

/** Replaces the folder in one step: what was erased since is not in the new one. */
async function keep(store: ObjectStore, folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  for await (const page of store.pages({ prefix: "" })) {
    for (const { key } of page) {
      const opened = await store.get(key);
      if (opened === null) continue;
      await writeFile(path.join(fresh, encodeURIComponent(key)), await buffer(opened.body));
    }
  }
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}
