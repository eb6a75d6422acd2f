import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/schema/columns";
import { hostileText } from "@/lib/testing/hostile/hostile-text";
import { type S3Server, startS3Server } from "@/lib/testing/s3/s3-server";
import { createObjectStore, type ObjectStore } from "./index";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const neighbour = `workspaces/${newId()}/kept`;

let server: S3Server;
let store: ObjectStore;
beforeAll(async () => {
  server = await startS3Server();
  store = createObjectStore({ endpoint: server.endpoint, bucket: server.bucket, credentials });
  await store.put(neighbour, Buffer.from("the neighbour's"));
});
afterAll(() => server.stop());

const trick = fc.oneof(
  hostileText,
  fc.constantFrom(
    "..",
    ".",
    "",
    `../../${neighbour}`,
    `x/../../../${neighbour}`,
    `x/..%2f..%2f..%2f${neighbour}`,
    `..\\..\\${neighbour}`,
    "%2e%2e/%2e%2e/other-bucket/x",
    "a?versionId=1",
    "a#b",
    "a//b",
    "a\u202eb",
    "k".repeat(10_000),
  ),
);
const key = fc.oneof(
  trick,
  trick.map((one) => `workspaces/${newId()}/${one}`),
  trick.map((one) => `workspaces/${one}/${newId()}`),
);

test("whatever a key is made of, it is one object's, or refused before anybody is asked", async () => {
  await fc.assert(
    fc.asyncProperty(key, async (one) => {
      const asked = server.calls.length;
      const taken = await store.put(one, Buffer.from("ours")).then(
        () => true,
        () => false,
      );
      if (!taken) {
        await expect(store.get(one)).rejects.toThrow("no key");
        await expect(store.erase([neighbour, one])).rejects.toThrow("no key");
        // A prefix may end where a step begins.
        if (!one.endsWith("/")) await expect(store.erasePage(one)).rejects.toThrow("no key");
        await expect(store.signedUrl(one, link)).rejects.toThrow("no key");
        expect(server.calls).toHaveLength(asked);
      } else {
        expect(server.objects.read(one)?.body?.toString()).toBe("ours");
        expect(await (await fetch(await store.signedUrl(one, link))).text()).toBe("ours");
        await store.erase([one]);
        expect(server.objects.read(one)).toBeNull();
      }
      expect(server.objects.read(neighbour)?.body?.toString()).toBe("the neighbour's");
    }),
    { numRuns: 300 },
  );
});

test("whatever a file is said to be, its bytes are stored and handed out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        trick,
        trick.map((one) => `image/${one}`),
      ),
      async (mimeType) => {
        const one = `workspaces/${newId()}/file`;
        await store.put(one, Buffer.from("ours"), { mimeType });
        const url = await store.signedUrl(one, { validSeconds: 60, mimeType, fileName: mimeType });
        const asked = new URL(url).searchParams;
        expect(asked.get("response-content-type")).toMatch(/^[\x21-\x7e]+\/[\x20-\x7e]+$/);
        expect(await (await fetch(url)).text()).toBe("ours");
      },
    ),
    { numRuns: 100 },
  );
});

test("a prefix is never that of everything", async () => {
  for (const prefix of ["", "/", "//"]) {
    await expect(store.erasePage(prefix)).rejects.toThrow("no key");
    await expect(store.countLeft(prefix)).rejects.toThrow("no key");
  }
  expect(server.objects.read(neighbour)).not.toBeNull();
});

const link = { validSeconds: 60, mimeType: "text/plain" };
