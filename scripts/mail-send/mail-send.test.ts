import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { createMailReader, readWebhook } from "@/lib/inbound";
import { createMailer } from "@/lib/mail/create-mailer";
import { startMailServer } from "../demo/mail-server";
import { readMailSendArguments } from "./mail-send-arguments";
import { sendToDemo } from "./send-to-demo";

const secret = `whsec_${Buffer.alloc(24, 3).toString("base64")}`;
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe("the command line", () => {
  test("needs somebody who writes", () => {
    expect(readMailSendArguments(["--from", "ada@example.test", "--header", "X: y"])).toEqual({
      from: "ada@example.test",
      subject: "Please delete my data",
      text: "",
      header: ["X: y"],
      data: ".data",
    });
  });

  test.for([
    [[], /--from is missing/],
    [["--from", "Ada"], /--from must be an address/],
    [["--from", "a@b.test", "--header", "no colon"], /--header must be like/],
    [["--frobnicate"], /--frobnicate/],
  ] as const)("says what is wrong with %j, and how it is used", ([commandLine, message]) => {
    expect(() => readMailSendArguments(commandLine)).toThrow(message);
    expect(() => readMailSendArguments(commandLine)).toThrow(/npm run mail:send/);
  });
});

test("a mail is there to be fetched when the app is told, and others still go out", async () => {
  const mail = await startMailServer();
  stops.push(mail.stop);
  const told: { body: string; headers: Headers }[] = [];
  const app = createServer(async (request, response) => {
    told.push({ body: await text(request), headers: new Headers(headersOf(request.headers)) });
    response.end("{}");
  });
  const appUrl = await listening(app);

  const { id, status } = await sendToDemo(
    { appUrl, inboxUrl: mail.inboxUrl, resendWebhookSecret: secret },
    {
      from: "Ada <ada@example.test>",
      to: ["privacy@lethe.test"],
      subject: "Please delete my data",
      text: "All of it.",
      headers: { "X-Test": "yes" },
    },
  );

  expect(status).toBe(200);
  const [{ body, headers } = { body: "", headers: new Headers() }] = told;
  expect(
    readWebhook(Buffer.from(body), headers, { apiKey: "re_test", webhookSecrets: [secret] }),
  ).toMatchObject({ ok: true, event: { kind: "received", providerId: id } });
  const provider = { apiKey: "re_test", baseUrl: mail.url };
  expect(await createMailReader(provider).read(id)).toMatchObject({
    ok: true,
    mail: { text: "All of it.", headers: { "x-test": "yes" } },
  });
  expect(await createMailReader(provider).read("unknown")).toMatchObject({ code: "not_found" });

  const out = { id: "one", to: "bob@example.test", replyTo: "p@lethe.test", subject: "Out" };
  const mailer = createMailer({ ...provider, from: "privacy@lethe.test" });
  expect(await mailer.send({ ...out, html: "", text: "Words" })).toMatchObject({ ok: true });
  expect(await (await fetch(mail.inboxUrl)).text()).toContain("Out");
});

function headersOf(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}
