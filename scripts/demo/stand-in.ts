import { createServer, type IncomingMessage } from "node:http";
import { listenNear } from "./listen-near";

/** A call that the stand-in has had: to whom, and what was asked. Tokens are not kept. */
type Call = { at: string; to: string; asked: string };

export type StandIn = { url: string; stop(): Promise<void> };

/**
 * Stands in for Meta, Telegram, OpenAI and Anthropic on one machine: says yes to every deletion in the
 * words that each of them documents, and shows at `/` what it was asked. For the demo alone.
 */
export async function startStandIn(): Promise<StandIn> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand-in");
    const [, to = "", ...path] = pathname.split("/");
    const answer = answers[to]?.(path, request);
    if (answer === undefined) {
      response.writeHead(pathname === "/" ? 200 : 404, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ standsInFor: Object.keys(answers), calls }, null, 2));
      return;
    }
    const query = searchParams.size > 0 ? `?${searchParams}` : "";
    const asked = `${request.method} /${path.map(withoutToken).join("/")}${query}`;
    calls.push({ at: new Date().toISOString(), to, asked });
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer));
  });
  const port = await listenNear(server, 4010);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const answers: Readonly<
  Record<string, (path: readonly string[], request: IncomingMessage) => unknown>
> = {
  meta: () => ({ success: true }),
  telegram: () => ({ ok: true, result: true }),
  openai: (path) => ({ id: path.at(-1), object: "file", deleted: true }),
  anthropic: (path) => ({ id: path.at(-1), type: "file_deleted" }),
};

/** A bot is named by its token. */
function withoutToken(part: string): string {
  return part.startsWith("bot") ? "bot…" : part;
}
