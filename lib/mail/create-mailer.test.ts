import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import getPort from "get-port";
import { afterEach, describe, expect, test } from "vitest";
import { createMailer } from "./create-mailer";
import type { OutgoingMail } from "./mailer";

const mail: OutgoingMail = {
  id: "019aa0f5-6d1c-7cc2-a3c4-0f1f3c6f9d11",
  to: "reader@example.com",
  replyTo: "privacy@tidewater.example",
  subject: "A subject",
  html: "<p>Words</p>",
  text: "Words",
};

const from = "Tidewater <no-reply@tidewater.example>";
const start = new Date("2026-11-22T10:00:00Z");
const running: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
});

describe("with a provider that takes the mail", () => {
  test("sends the whole message under the mail's own idempotency key", async () => {
    const seen: { headers: unknown; body: unknown }[] = [];
    const baseUrl = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        seen.push({
          headers: request.headers,
          body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
        });
        response.setHeader("content-type", "application/json").end('{"id":"provider-1"}');
      });
    });

    const delivery = await mailerAt(baseUrl).send(mail);

    expect(delivery).toEqual({ ok: true, providerId: "provider-1" });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      headers: { "idempotency-key": mail.id, authorization: "Bearer re_test" },
      body: {
        from,
        to: mail.to,
        reply_to: mail.replyTo,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: { "Auto-Submitted": "auto-generated" },
      },
    });
  });

  test("reaches the emulated provider's inbox", { timeout: 20_000 }, async () => {
    const emulator = await createEmulator({ service: "resend", port: await getPort() });
    running.push(() => emulator.close());

    const mailer = mailerAt(emulator.url);
    const delivery = await mailer.send(mail);

    expect(delivery).toEqual({ ok: true, providerId: expect.any(String) });
    const inbox = await fetch(`${emulator.url}/inbox`).then((page) => page.text());
    expect(inbox).toContain(mail.subject);
    expect(inbox).toContain(mail.to);
  });
});

describe("with a provider that does not take the mail", () => {
  const answers: {
    name: string;
    status: number;
    body: string;
    headers?: Record<string, string>;
    code: string;
    retryAfterSeconds: number | null;
  }[] = [
    {
      name: "a rate limit waits for as long as it is told",
      status: 429,
      body: problem("rate_limit_exceeded", 429),
      headers: { "retry-after": "17" },
      code: "rate_limit_exceeded",
      retryAfterSeconds: 17,
    },
    {
      name: "a rate limit without a time waits a little",
      status: 429,
      body: problem("rate_limit_exceeded", 429),
      code: "rate_limit_exceeded",
      retryAfterSeconds: 5,
    },
    {
      name: "a spent daily quota is not tried again at once, whatever the header says",
      status: 429,
      body: problem("daily_quota_exceeded", 429),
      headers: { "retry-after": "1" },
      code: "daily_quota_exceeded",
      retryAfterSeconds: 3600,
    },
    {
      name: "a fault of theirs is tried again",
      status: 500,
      body: problem("internal_server_error", 500),
      code: "internal_server_error",
      retryAfterSeconds: 5,
    },
    {
      name: "an error page instead of JSON is tried again",
      status: 502,
      body: "<html>Bad gateway</html>",
      code: "application_error",
      retryAfterSeconds: 5,
    },
    {
      name: "a success that cannot be read is tried again, under the same key",
      status: 200,
      body: '{"id":"prov',
      code: "application_error",
      retryAfterSeconds: 5,
    },
    {
      name: "a success that says nothing is tried again",
      status: 200,
      body: "{}",
      code: "malformed_answer",
      retryAfterSeconds: 5,
    },
    {
      name: "an error that says nothing is tried again",
      status: 500,
      body: "null",
      code: "malformed_answer",
      retryAfterSeconds: 5,
    },
    {
      name: "a mail that is refused as invalid is final",
      status: 422,
      body: problem("validation_error", 422),
      code: "validation_error",
      retryAfterSeconds: null,
    },
    {
      name: "the same key with other contents is final",
      status: 409,
      body: problem("invalid_idempotent_request", 409),
      code: "invalid_idempotent_request",
      retryAfterSeconds: null,
    },
    {
      name: "the same mail being sent by another worker is tried again",
      status: 409,
      body: problem("concurrent_idempotent_requests", 409),
      code: "concurrent_idempotent_requests",
      retryAfterSeconds: 5,
    },
    {
      name: "a wrong key is ours to mend, and the mail waits for it",
      status: 403,
      body: problem("invalid_api_key", 403),
      code: "invalid_api_key",
      retryAfterSeconds: 600,
    },
    {
      name: "a sender's domain that is not set up is ours to mend as well",
      status: 403,
      body: problem("validation_error", 403),
      code: "validation_error",
      retryAfterSeconds: 600,
    },
    {
      name: "a code that is no code is not recorded",
      status: 422,
      body: problem("Invalid `to`: reader@example.com", 422),
      code: "application_error",
      retryAfterSeconds: null,
    },
  ];

  test.each(answers)("$name", async ({ status, body, headers, code, retryAfterSeconds }) => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
    });

    const delivery = await mailerAt(baseUrl).send(mail);

    expect(delivery).toEqual({ ok: false, code, retryAfterSeconds });
    expect(JSON.stringify(delivery)).not.toContain(mail.to);
  });

  test("a connection that breaks is tried again", async () => {
    const baseUrl = await serve((request) => request.socket.resetAndDestroy());

    const delivery = await mailerAt(baseUrl).send(mail);

    expect(delivery).toEqual({ ok: false, code: "application_error", retryAfterSeconds: 5 });
  });

  test("an address where nobody listens is tried again", async () => {
    const baseUrl = `http://127.0.0.1:${await getPort()}`;

    const delivery = await mailerAt(baseUrl).send(mail);

    expect(delivery).toEqual({ ok: false, code: "application_error", retryAfterSeconds: 5 });
  });
});

test("told to wait, it asks the provider nothing until then, for any mail", async () => {
  let asked = 0;
  let now = start;
  const baseUrl = await serve((_request, response) => {
    asked += 1;
    if (asked === 1) {
      response.writeHead(429, { "retry-after": "17" }).end(problem("rate_limit_exceeded", 429));
    } else {
      response.end('{"id":"provider-2"}');
    }
  });
  const mailer = mailerAt(baseUrl, () => now);
  await mailer.send(mail);

  now = new Date(start.getTime() + 10_000);
  const tooEarly = await mailer.send({ ...mail, id: "another" });
  now = new Date(start.getTime() + 17_000);
  const inTime = await mailer.send({ ...mail, id: "another" });

  expect(tooEarly).toEqual({ ok: false, code: "rate_limit_exceeded", retryAfterSeconds: 7 });
  expect(inTime).toEqual({ ok: true, providerId: "provider-2" });
  expect(asked).toBe(2);
});

function mailerAt(baseUrl: string, now = () => start) {
  return createMailer({ apiKey: "re_test", baseUrl, from, now });
}

function problem(name: string, statusCode: number): string {
  return JSON.stringify({ name, statusCode, message: `No mail for ${mail.to}.` });
}

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
