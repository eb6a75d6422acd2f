import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFormBody, readSignedRequest } from "@/lib/meta";
import { writeDemoFacts } from "./demo/demo-facts";
import { readMetaSendArguments } from "./meta-send-arguments";
import { sendMetaCallback } from "./meta-send-callback";
import { findMetaSendTarget } from "./meta-send-target";

const user = ["--user", "77001"];

describe("the command line", () => {
  test("needs a user alone", () => {
    expect(readMetaSendArguments(user)).toEqual({
      user: "77001",
      deauthorize: false,
      twice: false,
      data: ".data",
    });
  });

  test.for([
    [[], /--user is missing/],
    [["--user", "two words"], /--user must be an id/],
    [[...user, "--url", "localhost"], /--url must be an address/],
    [[...user, "--secret", ""], /--secret must not be empty/],
    [[...user, "--frobnicate"], /--frobnicate/],
  ] as const)("says what is wrong with %j, and how it is used", ([commandLine, message]) => {
    expect(() => readMetaSendArguments(commandLine)).toThrow(message);
    expect(() => readMetaSendArguments(commandLine)).toThrow(/npm run meta:send/);
  });
});

describe("the app and its secret", () => {
  let data: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "lethe-meta-send-"));
    await writeDemoFacts(data, {
      appUrl: "http://localhost:3100",
      inboxUrl: null,
      standInUrl: "http://localhost:4010",
      databaseUrl: "postgres://localhost/lethe",
      password: "correct horse",
      masterKey: "none",
      metaAppSecrets: ["newest", "older"],
      resendWebhookSecret: "whsec_none",
      storage: { S3_BUCKET: "none" },
      processes: { demo: 1, app: 2, worker: 3 },
    });
  });
  afterEach(() => rm(data, { recursive: true }));

  test("are the running demo's", async () => {
    const args = readMetaSendArguments([...user, "--data", data]);
    expect(await findMetaSendTarget(args, {})).toEqual({
      appUrl: "http://localhost:3100",
      secret: "newest",
    });
  });

  test("come from the environment first, and from the command line before that", async () => {
    const environment = { APP_URL: "http://app.test", META_APP_SECRETS: "first, second" };
    const flags = ["--url", "http://flag.test", "--secret", "flagged"];

    expect(
      await findMetaSendTarget(readMetaSendArguments([...user, "--data", data]), environment),
    ).toEqual({ appUrl: "http://app.test", secret: "first" });
    expect(
      await findMetaSendTarget(readMetaSendArguments([...user, ...flags]), environment),
    ).toEqual({ appUrl: "http://flag.test", secret: "flagged" });
  });

  test("are asked for where nothing says them", async () => {
    const args = readMetaSendArguments([...user, "--data", join(data, "absent")]);
    await expect(findMetaSendTarget(args, {})).rejects.toThrow(/npm run demo/);
  });
});

describe("a callback", () => {
  let server: Server;
  let appUrl: string;
  let received: string;

  beforeEach(async () => {
    server = createServer(async (request, response) => {
      received = "";
      for await (const chunk of request) received += chunk;
      response.writeHead(200).end("{}");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    appUrl = `http://127.0.0.1:${address.port}`;
  });
  afterEach(() => void server.close());

  test("is a form with a signed request", async () => {
    const answer = await sendMetaCallback(
      { appUrl, secret: "a quiet secret" },
      { path: "/callback", user: "77001" },
    );
    expect(answer).toEqual({ status: 200, body: "{}" });

    const read = await readFormBody(new Request(appUrl, { method: "POST", body: received }));
    expect(
      readSignedRequest(read.ok ? read.form.get("signed_request") : null, ["a quiet secret"]),
    ).toMatchObject({
      ok: true,
      userId: "77001",
    });
  });

  test("that nobody takes is said plainly", async () => {
    server.close();
    await expect(
      sendMetaCallback({ appUrl, secret: "s" }, { path: "/callback", user: "1" }),
    ).rejects.toThrow(/Nothing answers at .*\/callback/);
  });
});
