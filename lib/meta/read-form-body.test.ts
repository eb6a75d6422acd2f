import { expect, test } from "vitest";
import { readFormBody } from "./read-form-body";

const address = "https://app.example.test/callback";

test("a form is read, whatever it calls itself", async () => {
  const request = new Request(address, { method: "POST", body: "signed_request=a.b&other=1" });
  expect((await readFormBody(request))?.get("signed_request")).toBe("a.b");
});

test("no body is an empty form", async () => {
  expect((await readFormBody(new Request(address, { method: "POST" })))?.size).toBe(0);
});

test("exactly 32 KiB are read, and one byte more is too long", async () => {
  const body = "a".repeat(32 * 1024);
  expect(await readFormBody(new Request(address, { method: "POST", body }))).not.toBeNull();
  expect(await readFormBody(new Request(address, { method: "POST", body: `${body}a` }))).toBeNull();
});

test("an announced length that is too long is believed without reading", async () => {
  const request = new Request(address, {
    method: "POST",
    body: "short",
    headers: { "content-length": "40000" },
  });
  expect(await readFormBody(request)).toBeNull();
  expect(request.bodyUsed).toBe(false);
});

test("a body without end is let go of", async () => {
  let sent = 0;
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 4096;
      controller.enqueue(new Uint8Array(4096).fill(97));
    },
    cancel() {
      isCancelled = true;
    },
  });

  // `duplex` is required by Node for a streamed body, and unknown to the browser's types.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
  const request = new Request(address, init);
  expect(await readFormBody(request)).toBeNull();
  expect(isCancelled).toBe(true);
  expect(sent).toBeLessThan(64 * 1024);
});
