import { randomUUID } from "node:crypto";
import { BulkheadRejectedError } from "cockatiel";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { isPassing } from "./is-passing";
import { isRefusal } from "./is-refusal";
import { log } from "./log";
import { logScope, withinLog } from "./log-scope";
import { requestIdHeader } from "./request-id-header";
import { hasTurn, takeTurn } from "./take-turn";
import { count, time, traced } from "./telemetry";
import { Unavailable } from "./unavailable";

/**
 * Does work for a request, in its turn, so that no error of it reaches Next, which prints messages
 * whole: a failed query's message quotes its parameters.
 *
 * Refusals by our own rules and Next's own signals (a redirect, a page not found) pass. Any other error
 * goes to our log, without its message, and is replaced by an {@link Unavailable}.
 *
 * @param route the pattern of an address or the name of an action; never an address, which may hold
 * a secret.
 */
export async function safely<Value>(route: string, work: () => Promise<Value>): Promise<Value> {
  if (hasTurn()) return await guarded(route, work);
  const httpRequestId = logScope().httpRequestId ?? (await idOfRequest());
  return await withinLog({ httpRequestId }, () =>
    guarded(route, () => takeTurn(() => measured(route, httpRequestId, work))),
  );
}

async function guarded<Value>(route: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (isRefusal(error) || error instanceof Unavailable) throw error;

    const unavailable = new Unavailable(isPassing(error));
    if (error instanceof BulkheadRejectedError) {
      // Counted, and no line for each: that would be work for whoever has too much already.
      count("lethe_turned_away_total", {});
      throw unavailable;
    }
    log.error("A request failed.", { route, reference: unavailable.digest, error });
    throw unavailable;
  }
}

async function measured<Value>(
  route: string,
  httpRequestId: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const started = performance.now();
  let outcome = "done";
  try {
    return await traced(route, { route, httpRequestId }, work);
  } catch (error) {
    outcome = isRefusal(error) || isSignal(error) ? "refused" : "failed";
    throw error;
  } finally {
    time("lethe_work_seconds", { route, outcome }, performance.now() - started);
  }
}

/** Next's redirects and pages not found are answers, and no failures. */
function isSignal(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

/** As the proxy gave it to the page or action; outside of any request, or past the proxy, another. */
async function idOfRequest(): Promise<string> {
  try {
    return (await headers()).get(requestIdHeader) ?? randomUUID();
  } catch (error) {
    unstable_rethrow(error);
    return randomUUID();
  }
}
