import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { readFormBody } from "./read-form-body";

vi.mock("@/lib/body-patience", () => ({ bodyPatience: { nextBytes: 40, whole: 200 } }));

const address = "https://app.example.test/callback";

test("a form is read, whatever it calls itself", async () => {
  const request = new Request(address, { method: "POST", body: "signed_request=a.b&other=1" });
  const read = await readFormBody(request);
  expect(read.ok && read.form.get("signed_request")).toBe("a.b");
});

test("no body is an empty form", async () => {
  const read = await readFormBody(new Request(address, { method: "POST" }));
  expect(read.ok && read.form.size).toBe(0);
});

test("exactly 32 KiB are read, and one byte more is too long", async () => {
  const body = "a".repeat(32 * 1024);
  expect(await codeOf(new Request(address, { method: "POST", body }))).toBe("read");
  expect(await codeOf(new Request(address, { method: "POST", body: `${body}a` }))).toBe(
    "body_too_long",
  );
});

test("an announced length that is too long is believed without reading", async () => {
  const request = new Request(address, {
    method: "POST",
    body: "short",
    headers: { "content-length": "40000" },
  });
  expect(await codeOf(request)).toBe("body_too_long");
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

  expect(await codeOf(streamed(endless))).toBe("body_too_long");
  expect(isCancelled).toBe(true);
  expect(sent).toBeLessThan(64 * 1024);
});

test("a body that stalls, trickles or breaks off is let go of", async () => {
  const stalling = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
  expect(await codeOf(streamed(stalling))).toBe("body_too_slow");

  const trickling = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await pause(20);
      controller.enqueue(new Uint8Array(1));
    },
  });
  expect(await codeOf(streamed(trickling))).toBe("body_too_slow");

  const breaking = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("reset")),
  });
  expect(await codeOf(streamed(breaking))).toBe("body_broken_off");
});

/** `duplex` is required by Node for a streamed body, and unknown to the browser's types. */
function streamed(body: ReadableStream<Uint8Array>): Request {
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  return new Request(address, init);
}

async function codeOf(request: Request): Promise<string> {
  const read = await readFormBody(request);
  return read.ok ? "read" : read.code;
}
