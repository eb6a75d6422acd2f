import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

/** A call as it arrived. */
export type Received = {
  method: string;
  /** Path and query. */
  target: string;
  authorization: string | undefined;
  headers: IncomingMessage["headers"];
  body: unknown;
};

/** How the server answers a call: with JSON, or in a way of its own. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | ((response: ServerResponse, request: IncomingMessage) => void);

export type RecipientServer = {
  url: string;
  received: Received[];
  /** Answers from now on; as documented, unless told otherwise. */
  answer(by: (call: Received) => Reply): void;
  close(): Promise<void>;
};

/** Another system on this machine, which remembers what it was asked. */
export async function startRecipientServer(): Promise<RecipientServer> {
  const received: Received[] = [];
  let reply = documentedReply;
  const server = createServer(async (request, response) => {
    const call = {
      method: request.method ?? "",
      target: request.url ?? "",
      authorization: request.headers.authorization,
      headers: request.headers,
      body: request.headers["content-type"] === undefined ? undefined : await json(request),
    };
    received.push(call);
    const given = reply(call);
    if (typeof given === "function") return given(response, request);
    response.writeHead(given.status ?? 200, {
      "Content-Type": "application/json",
      ...given.headers,
    });
    response.end(JSON.stringify(given.json));
  });
  return {
    url: await listening(server),
    received,
    answer: (by) => {
      reply = by;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Success in the words of each system's documentation. */
export function documentedReply({ target, headers }: Received): Reply {
  const id = decodeURIComponent(target.split("?")[0]?.split("/").at(-1) ?? "");
  if (target.endsWith("/deleteWebhook")) return { json: { ok: true, result: true } };
  if (target.startsWith("/v1/files/")) {
    return "anthropic-beta" in headers
      ? { json: { id, type: "file_deleted" } }
      : { json: { id, object: "file", deleted: true } };
  }
  if (target.startsWith("/contacts/"))
    return { json: { object: "contact", contact: id, deleted: true } };
  if (target.startsWith("/suppressions/"))
    return { json: { object: "suppression", id, deleted: true } };
  if (target.endsWith("/permissions")) return { json: true };
  return { json: { success: true } };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It listens nowhere.");
  return `http://127.0.0.1:${address.port}`;
}
