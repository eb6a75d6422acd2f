import { randomUUID } from "node:crypto";
import {
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";

/** A mail that somebody sends to the demo, put in by `npm run mail:send` and by the tests. */
export const DemoMail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
});
export type DemoMail = z.input<typeof DemoMail>;

const receivedPath = /^\/emails\/receiving(?:\/([\w-]+))?(?:\?|$)/;

/**
 * Answers for the mails that came in, as Resend does (`GET /emails/receiving/{id}`), takes them by a
 * POST to the same address, which is the demo's own, and leaves everything else to the emulator.
 */
export function mailFront(emulatorUrl: string): RequestListener {
  const received = new Map<string, object>();

  return (request, response) => {
    const [isAboutReceived, id] = request.url?.match(receivedPath) ?? [];
    if (isAboutReceived === undefined) return passOn(emulatorUrl, request, response);
    if (request.method === "POST") return void take(received, request, response);

    const mail = received.get(id ?? "");
    if (mail === undefined) return answer(response, 404, notFound);
    answer(response, 200, mail);
  };
}

const notFound = { statusCode: 404, name: "not_found", message: "Email not found" };

async function take(
  received: Map<string, object>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mail = DemoMail.safeParse(await json(request).catch(() => null));
  if (!mail.success) return answer(response, 422, { message: "This is no mail." });

  const id = randomUUID();
  const created_at = new Date().toISOString();
  received.set(id, { object: "email", id, created_at, html: null, attachments: [], ...mail.data });
  answer(response, 200, { id });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function passOn(emulatorUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const { url = "/", method = "GET", headers } = request;
  const passed = ask(new URL(url, emulatorUrl), { method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  passed.on("error", () => response.headersSent || response.writeHead(502).end());
  request.pipe(passed);
}
