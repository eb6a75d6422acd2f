import { randomBytes } from "node:crypto";
import { parseMasterKey } from "@/lib/crypto";
import type { FilesContext } from "@/lib/files";
import { createObjectStore } from "@/lib/storage";
import { type S3Server, startS3Server } from "../s3/s3-server";
import type { VendorApp } from "./vendor-app";

/** Gives a check an object store of its own, over HTTP, for as long as it takes. */
export async function withStore(
  app: VendorApp,
  check: (files: FilesContext, server: S3Server) => Promise<void>,
): Promise<void> {
  const server = await startS3Server();
  try {
    const master = parseMasterKey(randomBytes(32).toString("base64"));
    const store = createObjectStore({
      ...{ endpoint: server.endpoint, bucket: server.bucket },
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    await check({ db: app.db, now: app.clock.now, store, master }, server);
  } finally {
    await server.stop();
  }
}
