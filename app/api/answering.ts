import { randomUUID } from "node:crypto";
import { withinLog } from "@/lib/log-scope";
import { requestIdHeader } from "@/lib/request-id-header";
import { Unavailable } from "@/lib/unavailable";
import { problem } from "./problem";

const retryAfterSeconds = "5";

/**
 * A route for other systems: each answer has an id, which the log lines have, too, and a failure of ours
 * is answered as a problem: 503 with `Retry-After` where it may well pass, 500 otherwise.
 */
export function answering<Rest extends unknown[]>(
  act: (request: Request, ...rest: Rest) => Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const httpRequestId = randomUUID();
    const response = await withinLog({ httpRequestId }, () =>
      act(request, ...rest).catch(describe),
    );
    response.headers.set(requestIdHeader, httpRequestId);
    return response;
  };
}

function describe(error: unknown): Response {
  if (!(error instanceof Unavailable)) throw error;
  if (!error.isPassing) return problem(500, "failed", "This failed, and it is not your fault.");
  const busy = problem(
    503,
    "unavailable",
    "This cannot be answered just now. Try again in a moment.",
  );
  busy.headers.set("Retry-After", retryAfterSeconds);
  return busy;
}
