import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, test, vi } from "vitest";
import { verifyChallenge } from "./verify-challenge";

const { error } = vi.hoisted(() => ({ error: vi.fn() }));
vi.mock("@/lib/log", () => ({ log: { error } }));

const hostname = "app.example.test";

test("an answer counts where the checker says so, of this host, and for no other secret", async () => {
  const told: URLSearchParams[] = [];
  const check = await checkingServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    told.push(form);
    const success = form.get("secret") === "ours" && form.get("response") === "good";
    response.end(JSON.stringify({ success, hostname: success ? hostname : undefined }));
  });
  try {
    expect(await check("good")).toBe(true);
    expect(await check("spent")).toBe(false);
    expect(await check("good", { secretKey: "theirs" })).toBe(false);
    expect(await check("good", { hostname: "elsewhere.test" })).toBe(false);
    expect([...(told[0]?.keys() ?? [])]).toEqual(["secret", "response"]);

    told.length = 0;
    for (const answer of [null, "", undefined, 1, "a".repeat(2_049)]) {
      expect(await check(answer)).toBe(false);
    }
    expect(told).toEqual([]);
    expect(error).not.toHaveBeenCalled();
  } finally {
    check.stop();
  }
});

test.each<[string, (request: IncomingMessage, response: ServerResponse) => void]>([
  ["fails", (_request, response) => response.writeHead(500).end("no")],
  ["says nothing that is understood", (_request, response) => response.end('{"success":"true"}')],
  ["says something else", (_request, response) => response.end("<html>")],
  [
    "leads to where somebody says yes",
    (request, response) =>
      request.url === "/yes"
        ? response.end(JSON.stringify({ success: true, hostname }))
        : response.writeHead(302, { location: "/yes" }).end(),
  ],
  ["hangs up", (request) => request.socket.destroy()],
])("nobody is let through by a checker that %s, and the log says so", async (_how, answer) => {
  error.mockClear();
  const check = await checkingServer(answer);
  try {
    expect(await check("good")).toBe(false);
    expect(error).toHaveBeenCalledOnce();
  } finally {
    check.stop();
  }
});

test("nobody is let through, or waits for long, where the checker does not answer", async () => {
  const check = await checkingServer(() => {});
  vi.spyOn(AbortSignal, "timeout").mockImplementationOnce(() => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), 50);
    return controller.signal;
  });
  try {
    expect(await check("good")).toBe(false);
    expect(AbortSignal.timeout).toHaveBeenCalledWith(4_000);
  } finally {
    check.stop();
  }
});

async function checkingServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  const verifyUrl = `http://127.0.0.1:${address.port}/siteverify`;
  const check = async (given: unknown, { secretKey = "ours", hostname: host = hostname } = {}) =>
    await verifyChallenge({ secretKey, verifyUrl }, { answer: given, hostname: host });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return Object.assign(check, { stop });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
