import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createEmulator } from "emulate";
import getPort from "get-port";
import { describe, test as plain } from "vitest";
import { heapInUse, megabyte } from "@/lib/testing/heap-in-use";
import { fillWithoutMemory } from "@/lib/testing/s3/fill-without-memory";
import { type S3Server, startS3Server } from "@/lib/testing/s3/s3-server";
import { createObjectStore, type ObjectStore } from "./index";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

const test = plain.extend<{ server: S3Server; versioned: S3Server; store: ObjectStore }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  server: async ({}, use) => {
    const server = await startS3Server();
    await use(server);
    await server.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  versioned: async ({}, use) => {
    const server = await startS3Server({ isVersioned: true });
    await use(server);
    await server.stop();
  },
  store: async ({ server }, use) => use(storeAt(server)),
});

describe("against the emulator", () => {
  plain("puts, reads, signs, lists, erases and verifies", async ({ expect, onTestFinished }) => {
    const port = await getPort({ host: "127.0.0.1" });
    const seed = { aws: { s3: { buckets: [{ name: "lethe-demo" }] } } };
    const emulator = await createEmulator({ service: "aws", port, seed });
    onTestFinished(() => emulator.close());
    const store = storeAt({ endpoint: emulator.url, bucket: "lethe-demo" });
    const bytes = randomBytes(70_000);

    await store.put("w1/one", Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]));
    await store.put("w1/two", Buffer.from("two"), { mimeType: "text/plain" });
    await store.put("w2/one", Buffer.from("the neighbour's"));

    expect(await store.head("w1/one")).toEqual({ sizeBytes: bytes.length });
    expect(bytes.equals(await bytesOf(store, "w1/one"))).toBe(true);
    expect(await store.head("w1/none")).toBeNull();
    expect(await store.get("w1/none")).toBeNull();

    const url = await store.signedUrl("w1/two", { validSeconds: 60, mimeType: "text/plain" });
    expect(new URL(url).searchParams.get("response-cache-control")).toBe("private, no-store");
    expect(await (await fetch(url)).text()).toBe("two");

    // It has no bulk delete: 400, and then one by one.
    await store.erase(["w1/one", "w1/two", "w1/never-was"]);
    expect(await store.isGone("w1/one")).toBe(true);
    expect(await store.countLeft("w1/")).toBe(0);
    expect(await store.erasePage("w1/")).toBe(0);
    await store.put("w2/contacts/3/one", Buffer.from("hers"));
    const contacts = ["1", "2", "3", "4"].map((id) => `w2/contacts/${id}/`);
    expect(await store.leadingEmpty(contacts)).toBe(2);
    expect(await store.leadingEmpty(contacts.slice(3))).toBe(1);
    expect(await store.isGone("w2/one")).toBe(false);
    expect((await bytesOf(store, "w2/one")).toString()).toBe("the neighbour's");
  });
});

describe("putting what is new", () => {
  test("leaves what is there, and goes without a condition where the endpoint knows none", async ({
    server,
    store,
    expect,
  }) => {
    expect(await store.putNew("w1/a", Buffer.from("first"))).toBe(true);
    expect(await store.putNew("w1/a", Buffer.from("second"))).toBe(false);
    expect((await bytesOf(store, "w1/a")).toString()).toBe("first");

    let refusals = 0;
    server.fault = ({ operation }) =>
      operation === "PutObject" && refusals++ === 0 ? "refused" : undefined;
    expect(await store.putNew("w1/b", Buffer.from("first"))).toBe(true);
    expect(callsOf(server, "PutObject")).toBe(4);
  });
});

describe("erasing", () => {
  test("takes 1,000 in a call, many calls in turn, and leaves the neighbour", async ({
    server,
    store,
    expect,
  }) => {
    const keys = Array.from({ length: 2_300 }, (_, at) => `w1/${String(at).padStart(6, "0")}`);
    for (const key of [...keys, "w10/neighbour"]) server.objects.put(key, Buffer.from(key));

    await store.erase(keys);
    await store.erase(keys);

    expect(callsOf(server, "DeleteObjects")).toBe(6);
    expect(callsOf(server, "DeleteObject")).toBe(0);
    expect(await store.countLeft("w1/")).toBe(0);
    expect((await bytesOf(store, "w10/neighbour")).toString()).toBe("w10/neighbour");
  });

  test("goes one by one where the endpoint refuses bulk deletes, having asked once", async ({
    server,
    store,
    expect,
  }) => {
    server.fault = ({ operation }) => (operation === "DeleteObjects" ? "refused" : undefined);
    const keys = Array.from({ length: 50 }, (_, at) => `w1/${at}`);
    for (const key of keys) server.objects.put(key, Buffer.from("x"));

    await store.erase(keys);
    await store.erase(keys);

    expect(await store.countLeft("w1/")).toBe(0);
    expect(callsOf(server, "DeleteObjects")).toBe(1);
    expect(callsOf(server, "DeleteObject")).toBe(100);
  });

  test("takes every version and delete marker", async ({ versioned, expect }) => {
    const store = storeAt(versioned);
    for (const key of ["w1/a", "w1/ab", "w2/a"]) {
      for (const text of ["old", "new"]) versioned.objects.put(key, Buffer.from(text));
      versioned.objects.delete(key);
    }
    expect(await store.head("w1/a")).toBeNull();
    expect(await store.isGone("w1/a")).toBe(false);

    await store.erase(["w1/a"]);
    expect(await store.isGone("w1/a")).toBe(true);
    expect(await store.countLeft("w1/")).toBe(3);
    expect(await store.erasePage("w1/")).toBe(3);
    expect(await store.erasePage("w1/")).toBe(0);
    expect(await store.countLeft("w2/")).toBe(3);
  });

  test("takes a refused question for no answer: neither no versions nor no uploads", async ({
    server,
    versioned,
    expect,
  }) => {
    const store = storeAt(versioned);
    for (const text of ["old", "new"]) versioned.objects.put("w1/a", Buffer.from(text));
    versioned.fault = ({ operation }) =>
      operation === "GetBucketVersioning" ? "expired" : undefined;
    const refusal = { name: "ExpiredToken" };
    versioned.objects.delete("w1/a");
    await expect(store.erase(["w1/a"])).rejects.toMatchObject(refusal);
    await expect(store.isGone("w1/a")).rejects.toMatchObject(refusal);
    await expect(store.countLeft("w1/")).rejects.toMatchObject(refusal);
    await expect(store.leadingEmpty(["w1/"])).rejects.toMatchObject(refusal);
    versioned.fault = () => undefined;
    expect(await store.countLeft("w1/"), "old, new, and what hides them").toBe(3);

    const uploads = storeAt(server);
    server.uploads.set("u1", { key: "w1/half", parts: new Map() });
    server.fault = ({ operation }) =>
      operation === "ListMultipartUploads" ? "expired" : undefined;
    await expect(uploads.isGone("w1/half")).rejects.toMatchObject(refusal);
    await expect(uploads.countLeft("w1/")).rejects.toMatchObject(refusal);
    await expect(uploads.leadingEmpty(["w1/"])).rejects.toMatchObject(refusal);
    await expect(uploads.erasePage("w1/")).rejects.toMatchObject(refusal);
  });

  test("knows an endpoint without versions or uploads in parts by what it says", async ({
    server,
    store,
    expect,
  }) => {
    server.fault = ({ operation }) =>
      ["GetBucketVersioning", "ListMultipartUploads"].includes(operation) ? "refused" : undefined;
    server.objects.put("w1/a", Buffer.from("x"));
    expect(await store.countLeft("w1/")).toBe(1);
    expect(await store.erasePage("w1/")).toBe(1);
    expect(await store.leadingEmpty(["w1/"])).toBe(1);
  });

  test("takes the parts of uploads that never ended, too", async ({ server, store, expect }) => {
    server.uploads.set("u1", { key: "w1/half", parts: new Map([[1, Buffer.from("part")]]) });
    server.uploads.set("u2", { key: "w2/half", parts: new Map([[1, Buffer.from("part")]]) });
    expect(await store.isGone("w1/half")).toBe(false);
    expect(await store.erasePage("w1/")).toBe(1);
    expect(await store.isGone("w1/half")).toBe(true);
    expect([...server.uploads.keys()]).toEqual(["u2"]);
  });

  test("asks again, one by one, for what a bulk delete says that it has kept", async ({
    server,
    store,
    expect,
  }) => {
    server.fault = ({ operation }) => (operation === "DeleteObjects" ? "partly" : undefined);
    const keys = Array.from({ length: 10 }, (_, at) => `w1/${at}`);
    for (const key of keys) server.objects.put(key, Buffer.from("x"));

    await store.erase(keys);

    expect(await store.countLeft("w1/")).toBe(0);
    expect(callsOf(server, "DeleteObjects")).toBe(1);
    expect(callsOf(server, "DeleteObject")).toBe(5);

    for (const key of keys) server.objects.put(key, Buffer.from("x"));
    server.fault = ({ operation }) => (operation === "DeleteObjects" ? "partly" : "fails");
    await expect(store.erase(keys)).rejects.toThrow(/AccessDenied/);
    server.fault = () => undefined;
    expect(await store.countLeft("w1/")).toBe(5);
  });

  test("goes through more than 100,000 objects in flat memory", { timeout: 120_000 }, async ({
    server,
    store,
    expect,
  }) => {
    const all = 120_000;
    // What the server itself holds is the same throughout, so that what grows is ours.
    const left = fillWithoutMemory(server, all, "w1/");
    const heap = { first: 0, most: 0 };
    const look = (at: number) => {
      if (at % 10_000 !== 0) return;
      server.calls.length = 0;
      const now = heapInUse();
      heap.first ||= now;
      heap.most = Math.max(heap.most, now - heap.first);
    };
    let listed = 0;
    for await (const page of store.pages({ prefix: "w1/" })) {
      listed += page.length;
      look(listed);
    }
    let erased = 0;
    for (;;) {
      const some = await store.erasePage("w1/");
      if (some === 0) break;
      erased += some;
      look(erased);
    }

    expect({ listed, erased, left: left() }).toEqual({ listed: all, erased: all, left: 0 });
    // Their keys alone would be more than thirty.
    expect(heap.most).toBeLessThan(10 * megabyte);
  });
});

describe("telling which of many prefixes are empty", () => {
  const prefixes = Array.from({ length: 3_000 }, (_, at) => prefixAt(at));

  test("takes one look for thousands, and stops at the first that holds anything", async ({
    server,
    store,
    expect,
  }) => {
    // What lies beside and around them is others'.
    for (const key of ["w1/a", `${prefixAt(0).slice(0, -1)}0/a`, "w10/contacts/00000/a"]) {
      server.objects.put(key, Buffer.from("x"));
    }
    expect(await store.leadingEmpty(prefixes)).toBe(3_000);
    expect(server.calls.map(({ operation }) => operation)).toEqual([
      "GetBucketVersioning",
      "ListObjects",
      "ListMultipartUploads",
    ]);

    server.objects.put(`${prefixAt(2_000)}a`, Buffer.from("x"));
    server.uploads.set("u", { key: `${prefixAt(1_000)}half`, parts: new Map() });
    expect(await store.leadingEmpty(prefixes)).toBe(1_000);
    expect(await store.leadingEmpty(prefixes.slice(1_000))).toBe(0);
    expect(await store.leadingEmpty(prefixes.slice(1_001))).toBe(999);
    expect(await store.leadingEmpty(prefixes.slice(2_000))).toBe(0);
    expect(await store.leadingEmpty(prefixes.slice(2_001))).toBe(999);
  });

  test("says nothing of what lies behind its page, however full others' are", async ({
    server,
    store,
    expect,
  }) => {
    for (let at = 1; at < 3_000; at += 2) {
      for (const name of ["a", "b", "c"]) server.objects.put(prefixAt(at) + name, Buffer.from("x"));
    }
    const others = prefixes.filter((_, at) => at % 2 === 0);
    expect(await store.leadingEmpty(others)).toBe(1_000);
    expect(await store.leadingEmpty(others.slice(1_000))).toBe(500);
    expect(await store.leadingEmpty(prefixes)).toBe(1);
  });

  test("counts what a versioned bucket hides, and keeps folders apart", async ({
    versioned,
    expect,
  }) => {
    const store = storeAt(versioned);
    versioned.objects.put(`${prefixAt(7)}a`, Buffer.from("x"));
    versioned.objects.delete(`${prefixAt(7)}a`);
    expect(await store.leadingEmpty(prefixes)).toBe(7);
    expect(await store.leadingEmpty(["requests/1/", ...prefixes])).toBe(1);
    expect(await store.leadingEmpty(["requests/1/"])).toBe(1);
    versioned.objects.put("requests/1/a", Buffer.from("x"));
    expect(await store.leadingEmpty(["requests/1/", ...prefixes])).toBe(0);
    expect(await store.leadingEmpty([])).toBe(0);
  });

  test("believes no store that lists in no order, unless it lists all", async ({
    server,
    store,
    expect,
  }) => {
    const inOrder = server.objects.under.bind(server.objects);
    server.objects.under = function* (...where) {
      yield* [...inOrder(...where)].reverse();
    };
    for (let at = 0; at < 900; at++) server.objects.put(`${prefixAt(at)}a`, Buffer.from("x"));
    expect(await store.leadingEmpty(prefixes.slice(850))).toBe(0);
    expect(await store.leadingEmpty(prefixes.slice(900))).toBe(2_100);
    for (let at = 900; at < 2_900; at++) server.objects.put(`${prefixAt(at)}a`, Buffer.from("x"));
    await expect(store.leadingEmpty(prefixes)).rejects.toThrow(/no order/);
  });
});

describe("a store that misbehaves", () => {
  test("is asked again, more slowly, while it is busy", async ({ server, store, expect }) => {
    let refusals = 0;
    server.fault = ({ operation }) => {
      if (operation !== "DeleteObjects" || refusals >= 2) return undefined;
      refusals++;
      return refusals === 1 ? "slow_down" : "too_many";
    };
    for (const key of ["w1/a", "w1/b"]) server.objects.put(key, Buffer.from("x"));

    await store.erase(["w1/a", "w1/b"]);

    expect(callsOf(server, "DeleteObjects")).toBe(3);
    expect(await store.countLeft("w1/")).toBe(0);
  });

  test("that says for how long it is busy is left alone until then", async ({
    server,
    store,
    expect,
  }) => {
    const askedAt: number[] = [];
    server.fault = ({ operation }) => {
      if (operation !== "DeleteObjects") return undefined;
      askedAt.push(performance.now());
      return askedAt.length === 1 ? "slow_down_for_four_seconds" : undefined;
    };
    for (const key of ["w1/a", "w1/b"]) server.objects.put(key, Buffer.from("x"));

    await store.erase(["w1/a", "w1/b"]);

    const [first = 0, second = 0, ...more] = askedAt;
    // By itself it would wait for a second or so; timers may be early by a moment.
    expect(second - first).toBeGreaterThan(3_990);
    expect(more).toEqual([]);
    expect(await store.countLeft("w1/")).toBe(0);
  });

  test("that breaks off a download errors it", async ({ server, store, expect }) => {
    server.objects.put("w1/a", randomBytes(300_000));
    server.fault = ({ operation }) => (operation === "GetObject" ? "half" : undefined);
    await expect(bytesOf(store, "w1/a")).rejects.toThrow(/aborted/);
  });

  test("that denies a delete is an error and no success", async ({ server, store, expect }) => {
    server.objects.put("w1/a", Buffer.from("x"));
    server.fault = ({ operation }) => (operation.startsWith("Delete") ? "fails" : undefined);
    await expect(store.erase(["w1/a"])).rejects.toThrow(/AccessDenied/);
    await expect(store.erasePage("w1/")).rejects.toThrow(/AccessDenied/);
    expect(await store.isGone("w1/a")).toBe(false);
  });

  test("that does not have the bucket has not erased anything", async ({ server, expect }) => {
    const elsewhere = storeAt({ ...server, bucket: "another" });
    await expect(elsewhere.erasePage("w1/")).rejects.toThrow(/NoSuchBucket/);
    await expect(elsewhere.isGone("w1/a")).rejects.toThrow(/NoSuchBucket/);
    await expect(elsewhere.erase(["w1/a"])).rejects.toThrow(/NoSuchBucket/);
  });

  test("that resets a connection is asked again", async ({ server, store, expect }) => {
    let resets = 0;
    server.fault = ({ operation }) =>
      operation === "PutObject" && resets++ === 0 ? "reset" : undefined;
    await store.put("w1/a", Readable.from([Buffer.from("whole")]));
    expect(await store.head("w1/a")).toEqual({ sizeBytes: 5 });
  });

  test("gets a long upload in parts", async ({ server, store, expect }) => {
    const bytes = randomBytes(20 * 1024 * 1024);
    await store.put("w1/long", Readable.from(slices(bytes, 1_000_000)));
    expect(callsOf(server, "UploadPart")).toBe(2);
    expect(server.objects.read("w1/long")?.body?.equals(bytes)).toBe(true);
    expect(server.uploads.size).toBe(0);
  });

  test("keeps nothing of an upload whose source broke off", async ({ server, store, expect }) => {
    const source = (async function* () {
      yield* slices(randomBytes(20 * 1024 * 1024), 1_000_000);
      throw new Error("The sender went away.");
    })();
    await expect(store.put("w1/broken", Readable.from(source))).rejects.toThrow(/went away/);
    expect(await store.isGone("w1/broken")).toBe(true);
    expect(server.uploads.size).toBe(0);
  });
});

function storeAt({ endpoint, bucket }: { endpoint: string; bucket: string }): ObjectStore {
  return createObjectStore({ endpoint, bucket, credentials });
}

async function bytesOf(store: ObjectStore, key: string): Promise<Buffer> {
  const opened = await store.get(key);
  return opened === null ? Buffer.alloc(0) : await buffer(opened.body);
}

function callsOf(server: S3Server, operation: string): number {
  return server.calls.filter((call) => call.operation === operation).length;
}

function prefixAt(at: number): string {
  return `w1/contacts/${String(at).padStart(5, "0")}/`;
}

function* slices(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
