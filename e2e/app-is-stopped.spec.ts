import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { createSignedRequest } from "@/lib/meta";
import { metaSecret, openSite } from "../scripts/site/site";
import { expect, test } from "./fixtures/test";

test("an app that is told to stop answers what it has begun, takes nothing new, and ends", async () => {
  const site = await openSite();
  try {
    const app = await site.startApp();
    const signed = createSignedRequest({ userId: "4711", issuedAt: new Date() }, metaSecret);
    const body = new URLSearchParams({ signed_request: signed }).toString();
    const caller = await callWithHalfABody(app.url, body);

    const toldAt = performance.now();
    process.kill(app.pid, "SIGTERM");
    await expect.poll(() => isListening(app.url)).toBe(false);
    const answer = text(caller);
    caller.write(body.slice(body.length >> 1));
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"confirmation_code":"[A-Za-z0-9]{20}"/);
    expect(await app.ended).toBe("exit code 143");
    expect(performance.now() - toldAt).toBeLessThan(10_000);

    const requests = await site.connection.sql`
      select q.state, j.name as job from erasure_requests q
      join pgboss.job j on j.data->>'requestId' = q.id::text`;
    expect([...requests]).toEqual([{ state: "scheduled", job: "advance-run" }]);
  } finally {
    await site.close();
  }
});

/** A connection of its own each time: one that is open already is served to its end. */
async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const caller = connect(Number(port), hostname);
  return await once(caller, "connect")
    .then(
      () => true,
      () => false,
    )
    .finally(() => caller.destroy());
}

/** The server has read the head and half of the body, and waits for the rest. */
async function callWithHalfABody(url: string, body: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const caller = connect(Number(port), hostname);
  await once(caller, "connect");
  caller.write(
    [
      "POST /api/meta/data-deletion HTTP/1.1",
      `Host: ${host}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
      "Connection: close",
      "Expect: 100-continue",
      "",
      "",
    ].join("\r\n"),
  );
  await once(caller, "data");
  caller.write(body.slice(0, body.length >> 1));
  return caller;
}
