import { createServer } from "node:http";
import { listenNear } from "./listen-near";

/** A call that the stand-in has had: to whom, what was asked, and the status it was answered with. */
type Call = { at: string; to: string; asked: string; status: number };

export type StandIn = { url: string; stop(): Promise<void> };

/**
 * Stands in for Meta, Telegram, OpenAI and Anthropic on one machine: says yes to every deletion in the
 * words that each of them documents, and shows at `/` what it was asked. Tokens are not kept.
 *
 * `PUT /refusing/telegram` has one of them refuse for good, `DELETE /refusing/telegram` mends it. For the
 * demo alone.
 */
export async function startStandIn(): Promise<StandIn> {
  const calls: Call[] = [];
  const refusing = new Set<string>();
  const server = createServer((request, response) => {
    request.resume();
    const { method = "" } = request;
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand-in");
    const [, to = "", ...path] = pathname.split("/");
    const say = (status: number, answer: unknown) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer, null, 2));
    };
    const standIn = standIns[to];
    if (standIn !== undefined) {
      const status = refusing.has(to) ? 403 : 200;
      const query = searchParams.size > 0 ? `?${searchParams}` : "";
      const asked = `${method} /${path.map(withoutToken).join("/")}${query}`;
      calls.push({ at: new Date().toISOString(), to, asked, status });
      return say(status, status === 200 ? standIn.yes(path.at(-1)) : standIn.no);
    }
    const [name = ""] = path;
    const isTold = to === "refusing" && name in standIns;
    if (isTold && method === "PUT") refusing.add(name);
    if (isTold && method === "DELETE") refusing.delete(name);
    say(isTold || pathname === "/" ? 200 : 404, {
      standsInFor: Object.keys(standIns),
      refusing: [...refusing],
      calls,
    });
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

const standIns: Readonly<
  Record<string, { yes: (id: string | undefined) => unknown; no: unknown }>
> = {
  meta: {
    yes: () => ({ success: true }),
    no: { error: { type: "OAuthException", code: 200, message: "Permissions error" } },
  },
  telegram: {
    yes: () => ({ ok: true, result: true }),
    no: { ok: false, error_code: 403, description: "Forbidden" },
  },
  openai: {
    yes: (id) => ({ id, object: "file", deleted: true }),
    no: { error: { type: "invalid_request_error", message: "Insufficient permissions" } },
  },
  anthropic: {
    yes: (id) => ({ id, type: "file_deleted" }),
    no: { type: "error", error: { type: "permission_error", message: "Not permitted" } },
  },
};

/** A bot is named by its token. */
function withoutToken(part: string): string {
  return part.startsWith("bot") ? "bot…" : part;
}
