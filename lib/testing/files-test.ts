import { randomBytes } from "node:crypto";
import { workspaceKeys } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createDataKey, type MasterKey, parseMasterKey } from "@/lib/crypto";
import type { FilesContext } from "@/lib/files";
import { createObjectStore } from "@/lib/storage";
import { createWorkspace, type TestWorkspace } from "./create-workspace";
import { test as erasureTest } from "./erasure-test";
import { type S3Server, startS3Server } from "./s3/s3-server";

export { expect } from "vitest";

type FilesFixtures = {
  isVersioned: boolean;
  server: S3Server;
  master: MasterKey;
  files: FilesContext;
  /** A workspace with a data key that opens. */
  workspace: () => Promise<TestWorkspace>;
};

/** A test with a database and an object store of its own, and what stores files in them. */
export const test = erasureTest.extend<FilesFixtures>({
  isVersioned: false,

  server: async ({ isVersioned }, use) => {
    const server = await startS3Server({ isVersioned });
    await use(server);
    await server.stop();
  },

  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  master: async ({}, use) => {
    await use(parseMasterKey(randomBytes(32).toString("base64")));
  },

  files: async ({ db, clock, server, master }, use) => {
    const { endpoint, bucket } = server;
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const store = createObjectStore({ endpoint, bucket, credentials });
    await use({ db, now: clock.now, store, master });
  },

  workspace: async ({ db, master }, use) => {
    await use(async () => {
      const workspace = await createWorkspace(db);
      const { id, wrappedKey } = await createDataKey(master, workspace.id, newId());
      await db.insert(workspaceKeys).values({ workspaceId: workspace.id, id, wrappedKey });
      return workspace;
    });
  },
});
