import type { LogFields } from "@/lib/log";
import { log } from "@/lib/log";
import { clientLimits } from "@/lib/rate-limits/client-limits";
import { countClientTry } from "@/lib/rate-limits/client-tries";
import { safely } from "@/lib/safely";
import { problem } from "./problem";
import { tooManyTries } from "./too-many-tries";

type Refusal = Required<Pick<LogFields, "route" | "code">> & { status: number; title: string };

/**
 * The answer to a call that does not prove who sends it, with one line in the log. A client that
 * goes on gets a 429, and no more lines.
 *
 * Asked only once a signature has failed: what is signed is under no limit, from wherever it comes.
 */
export async function refused(
  request: Request,
  { route, code, status, title }: Refusal,
): Promise<Response> {
  const wait = await safely(route, () => countClientTry(clientLimits.unsigned, request.headers));
  if (wait !== null) return tooManyTries(wait);

  log.warn("A call was refused", { route, code });
  return problem(status, code, title);
}
