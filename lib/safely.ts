import { randomBytes } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { isRefusal } from "./is-refusal";
import { log } from "./log";

/**
 * Does work for a request so that no error of it reaches Next, which prints messages whole: a
 * failed query's message quotes its parameters.
 *
 * Refusals by our own rules and Next's own signals (a redirect, a page not found) pass. Any other error
 * goes to our log, without its message, and is replaced by an {@link Unavailable}.
 *
 * @param route the pattern of an address or the name of an action; never an address, which may hold
 * a secret.
 */
export async function safely<Value>(route: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (isRefusal(error) || error instanceof Unavailable) throw error;

    const unavailable = new Unavailable();
    log.error("A request failed.", { route, reference: unavailable.digest, error });
    throw unavailable;
  }
}

/**
 * Something failed, and the log says what, under the reference that the reader is shown.
 *
 * Next shows an error's `digest` to the reader, and makes one up only where there is none.
 */
class Unavailable extends Error {
  override readonly name = "Unavailable";
  readonly digest = randomBytes(5).toString("hex");

  constructor() {
    super("Unavailable");
  }
}
