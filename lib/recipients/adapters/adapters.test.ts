import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createHttp, type Http } from "../http/create-http";
import { httpForEach } from "../http/http-for-each";
import type { Outcome } from "../outcome";
import { allRecipients } from "../registry";
import {
  documentedReply,
  type RecipientServer,
  type Reply,
  startRecipientServer,
} from "../testing/recipient-server";

let server: RecipientServer;
let elsewhere: RecipientServer;

beforeAll(async () => {
  [server, elsewhere] = [await startRecipientServer(), await startRecipientServer()];
});
afterAll(async () => {
  await server.close();
  await elsewhere.close();
});
beforeEach(() => {
  server.received.length = 0;
  server.answer(documentedReply);
});

const graphError = (status: number, code: number, more = {}): Reply => ({
  status,
  json: {
    error: { message: "(#1) of somebody@example.test", type: "OAuthException", code, ...more },
  },
});

const meta = {
  unsubscribe: ["meta", "unsubscribe", "2001"],
  media: ["meta", "delete_media", "5001"],
  template: ["meta", "delete_template", "spring sale"],
  deregister: ["meta", "deregister", "3001"],
  permissions: ["meta", "revoke_permissions", "1001"],
} as const;
const page = ["messenger", "unsubscribe", "4001"] as const;
const instagram = ["instagram", "unsubscribe", "4002"] as const;
const telegram = ["telegram", "delete_webhook", "webhook"] as const;
const openai = ["openai", "delete_file", "file-1"] as const;
const anthropic = ["anthropic", "delete_file", "file_1"] as const;
const resend = ["resend", "delete_contact", "zoë@example.test"] as const;
const suppression = ["resend", "delete_suppression", "zoë@example.test"] as const;

type Act = readonly [recipient: string, act: string, target: string];

const withKey: readonly Act[] = [openai, resend, suppression];

describe("a call is made as documented, and its success is done:", () => {
  test.for<[Act, { method: string; target: string; authorization?: string; body?: unknown }]>([
    [meta.unsubscribe, { method: "DELETE", target: "/2001/subscribed_apps" }],
    [meta.media, { method: "DELETE", target: "/5001?phone_number_id=3001" }],
    [meta.template, { method: "DELETE", target: "/2001/message_templates?name=spring+sale" }],
    [meta.deregister, { method: "POST", target: "/3001/deregister" }],
    [meta.permissions, { method: "DELETE", target: "/1001/permissions" }],
    [page, { method: "DELETE", target: "/4001/subscribed_apps" }],
    [instagram, { method: "DELETE", target: "/4002/subscribed_apps" }],
    [
      telegram,
      {
        method: "POST",
        target: "/bota-token/deleteWebhook",
        body: { drop_pending_updates: true },
      },
    ],
    [openai, { method: "DELETE", target: "/v1/files/file-1" }],
    [anthropic, { method: "DELETE", target: "/v1/files/file_1" }],
    [resend, { method: "DELETE", target: "/contacts/zo%C3%AB%40example.test" }],
    [suppression, { method: "DELETE", target: "/suppressions/zo%C3%AB%40example.test" }],
  ])("%j", async ([act, expected]) => {
    expect(await outcomeOf(act)).toEqual({ kind: "done" });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject(expected);
    const headers = server.received[0]?.headers;
    if (act === anthropic) {
      expect(headers).toMatchObject({
        "x-api-key": "a-key",
        "anthropic-version": "2023-06-01",
        "anthropic-beta": "files-api-2025-04-14",
      });
    } else if (act !== telegram) {
      expect(headers?.authorization).toBe(
        withKey.includes(act) ? "Bearer a-key" : "Bearer a-token",
      );
    }
  });
});

describe("what an answer means:", () => {
  test.for<[Act, Reply, Outcome]>([
    // As the Graph API's table has it.
    [meta.unsubscribe, graphError(404, 803), { kind: "already_gone" }],
    [meta.unsubscribe, graphError(401, 190), { kind: "already_gone" }],
    [meta.unsubscribe, graphError(429, 4), retry("meta_4")],
    [meta.unsubscribe, { status: 503, json: {} }, retry("http_503")],
    [meta.unsubscribe, graphError(403, 10), { kind: "failed", code: "meta_10" }],
    [meta.media, graphError(404, 100), { kind: "already_gone" }],
    [meta.media, graphError(401, 190), { kind: "failed", code: "access_revoked" }],
    [meta.template, graphError(404, 100), { kind: "already_gone" }],
    [meta.deregister, graphError(400, 100), { kind: "already_gone" }],
    [meta.deregister, graphError(400, 133016), retry("meta_133016", 3_600)],
    [meta.permissions, { json: { success: true } }, { kind: "done" }],
    [meta.permissions, graphError(400, 190), { kind: "already_gone" }],
    [page, graphError(401, 190), { kind: "already_gone" }],
    [instagram, graphError(401, 190), { kind: "already_gone" }],
    [instagram, graphError(429, 4), retry("meta_4")],
    [meta.media, graphError(400, 100), { kind: "failed", code: "meta_100" }],
    [meta.media, graphError(500, 2, { is_transient: true }), retry("meta_2")],
    [telegram, telegramError(401), { kind: "already_gone" }],
    [telegram, telegramError(429, { retry_after: 35 }), retry("telegram_429", 35)],
    [telegram, telegramError(502), retry("telegram_502")],
    [telegram, telegramError(400), { kind: "failed", code: "telegram_400" }],
    [openai, { status: 404, json: { error: {} } }, { kind: "already_gone" }],
    [openai, { status: 401, json: { error: {} } }, { kind: "failed", code: "access_revoked" }],
    [
      openai,
      { status: 429, headers: { "Retry-After": "17" }, json: { error: {} } },
      retry("http_429", 17),
    ],
    [openai, { status: 500, json: { error: {} } }, retry("http_500")],
    [anthropic, { status: 404, json: { type: "error" } }, { kind: "already_gone" }],
    [anthropic, { status: 529, json: { type: "error" } }, retry("http_529")],
    [resend, { status: 404, json: { name: "not_found" } }, { kind: "already_gone" }],
    [suppression, { status: 404, json: { name: "not_found" } }, { kind: "already_gone" }],
    [resend, { status: 429, headers: { "Retry-After": "2" }, json: {} }, retry("http_429", 2)],
    [resend, { status: 401, json: {} }, { kind: "failed", code: "access_revoked" }],
    // An error inside a success.
    [meta.media, graphError(200, 10), { kind: "failed", code: "meta_10" }],
    [meta.media, { json: { success: false } }, retry("answer_unreadable")],
    [telegram, { json: telegramError(400).json }, { kind: "failed", code: "telegram_400" }],
    [openai, { json: { id: "file-1", deleted: false } }, retry("answer_unreadable")],
    [openai, { json: { id: "file-2", deleted: true } }, retry("answer_unreadable")],
    [anthropic, { json: { type: "error", error: {} } }, retry("answer_unreadable")],
    [resend, { json: { name: "application_error", message: "No." } }, retry("answer_unreadable")],
    [instagram, graphError(200, 10), { kind: "failed", code: "meta_10" }],
    // Somebody else's answer.
    [meta.media, says(404, "<h1>Not Found</h1>"), { kind: "failed", code: "http_404" }],
    [openai, says(404, "nothing here"), { kind: "failed", code: "http_404" }],
    [openai, says(200, "<html>Sign in</html>"), retry("answer_unreadable")],
    [telegram, says(200, "[1,2"), retry("answer_unreadable")],
    // No answer.
    [meta.media, slow, retry("timed_out")],
    [openai, stalling, retry("timed_out")],
    [telegram, resetting, retry("unreachable")],
    [openai, halfAnAnswer, retry("unreachable")],
    [meta.media, says(200, "x".repeat(100_000)), retry("too_large")],
  ])("%#, %j", async ([act, reply, expected]) => {
    server.answer(() => reply);
    const isSilent = reply === slow || reply === stalling;
    expect(await outcomeOf(act, wayThatWaits(isSilent ? 100 : 10_000))).toEqual(expected);
  });

  test.for<Act>([
    meta.media,
    meta.permissions,
    instagram,
    page,
    telegram,
    openai,
    anthropic,
    resend,
  ])("a redirect is followed nowhere, with or without a token: %j", async (act) => {
    for (const status of [301, 302, 303, 307, 308]) {
      server.answer(() => ({
        status,
        headers: { Location: `${elsewhere.url}/collect` },
        json: {},
      }));
      expect(await outcomeOf(act)).toEqual(retry("redirected"));
    }
    expect(elsewhere.received).toEqual([]);
  });
});

describe("the way to a recipient", () => {
  test("tries at once again where the connection was lost, and no other time", async () => {
    let calls = 0;
    server.answer((call) => {
      calls += 1;
      return calls < 3 ? resetting : documentedReply(call);
    });
    expect(await outcomeOf(meta.media)).toEqual({ kind: "done" });
    expect(server.received).toHaveLength(3);

    server.received.length = 0;
    server.answer(() => graphError(429, 4));
    await outcomeOf(meta.media);
    expect(server.received).toHaveLength(1);
  });

  test("is closed after failures in a row, and tried again with one call", async () => {
    const http = createHttp({
      breakAfter: 3,
      halfOpenAfterMilliseconds: 80,
      timeoutMilliseconds: 10_000,
    });
    server.answer(() => ({ status: 503, json: {} }));
    for (let call = 0; call < 6; call++) await outcomeOf(openai, http);
    expect(server.received).toHaveLength(3);
    expect(await outcomeOf(openai, http)).toEqual(retry("circuit_open"));

    server.answer(documentedReply);
    await expect.poll(() => outcomeOf(openai, http)).toEqual({ kind: "done" });
    expect(server.received).toHaveLength(4);
  });

  test("is closed for one that is down as workers make it, and for nobody else", async () => {
    const httpOf = httpForEach();
    server.answer((call) =>
      "anthropic-beta" in call.headers ? documentedReply(call) : { status: 503, json: {} },
    );
    for (let call = 0; call < 5; call++) {
      expect(await outcomeOf(openai, httpOf("openai"))).toEqual(retry("http_503"));
    }
    expect(await outcomeOf(openai, httpOf("openai"))).toEqual(retry("circuit_open"));
    expect(server.received).toHaveLength(5);

    expect(await outcomeOf(anthropic, httpOf("anthropic"))).toEqual({ kind: "done" });
    expect(server.received).toHaveLength(6);
  });

  test("reads a date in Retry-After", async () => {
    const now = () => new Date("2026-11-24T10:00:00Z");
    server.answer(() => ({
      status: 429,
      headers: { "Retry-After": "Tue, 24 Nov 2026 10:02:00 GMT" },
      json: {},
    }));
    expect(await outcomeOf(openai, createHttp({ now }))).toEqual(retry("http_429", 120));
  });
});

function retry(code: string, afterSeconds: number | null = null): Outcome {
  return { kind: "retry", code, afterSeconds };
}

function telegramError(code: number, parameters = {}) {
  const json = { ok: false, error_code: code, description: "Unauthorized", parameters };
  return { status: code, json };
}

function says(status: number, text: string): Reply {
  return (response) => {
    response.writeHead(status, { "Content-Type": "text/html" });
    response.end(text);
  };
}

/** Never a word. */
const slow: Reply = () => {};
/** The head at once, the rest never. */
const stalling: Reply = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write('{"id":');
};
const resetting: Reply = (_response, request) => {
  request.socket.resetAndDestroy();
};
const halfAnAnswer: Reply = (response, request) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
  response.write('{"id": "file-1", "deleted": tr', () => request.socket.destroy());
};

function wayThatWaits(timeoutMilliseconds: number): Http {
  return createHttp({ timeoutMilliseconds, firstPauseMilliseconds: 1, breakAfter: 1_000 });
}

async function outcomeOf([name, act, target]: Act, http = wayThatWaits(10_000)): Promise<Outcome> {
  const { url } = server;
  const recipients = allRecipients({
    graphUrl: url,
    telegramUrl: url,
    openaiUrl: url,
    anthropicUrl: url,
    resendUrl: url,
  });
  const call = recipients.find((one) => one.name === name)?.acts[act];
  if (call === undefined) throw new RangeError(`${name} has no ${act}.`);
  const secret = { token: "a-token", apiKey: "a-key", phoneNumberId: "3001", wabaId: "2001" };
  return await call(http, secret, target);
}
