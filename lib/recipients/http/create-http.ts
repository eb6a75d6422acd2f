import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  type IPolicy,
  retry,
  wrap,
} from "cockatiel";
import type { Answer } from "./answer";
import { type Call, send } from "./send";

/** Makes a call, and always comes back with an {@link Answer}. */
export type Http = (call: Call) => Promise<Answer>;

type HttpOptions = {
  timeoutMilliseconds: number;
  /** Failures in a row after which a recipient is left alone, and for how long. */
  breakAfter: number;
  halfOpenAfterMilliseconds: number;
  /** The first pause before a call is made again at once, because its connection was lost. */
  firstPauseMilliseconds: number;
  now: () => Date;
};

const defaults: HttpOptions = {
  timeoutMilliseconds: 10_000,
  breakAfter: 5,
  halfOpenAfterMilliseconds: 20_000,
  firstPauseMilliseconds: 150,
  now: () => new Date(),
};

/**
 * The way to one recipient: each call bounded in time and size, made again at once a time or two
 * where the connection was lost, and not made at all while the circuit is open.
 *
 * Every call made with it has to be repeatable. Longer waits are the caller's.
 */
export function createHttp(given: Partial<HttpOptions> = {}): Http {
  const options = { ...defaults, ...given };
  const policy = policyOf(options);
  return async (call) => {
    try {
      return await policy.execute(() => send(call, options));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return { isAnswer: false, code: "circuit_open" };
      throw error;
    }
  };
}

function policyOf(options: HttpOptions): IPolicy {
  const breaker = circuitBreaker(handleWhenResult(isOutage), {
    halfOpenAfter: options.halfOpenAfterMilliseconds,
    breaker: new ConsecutiveBreaker(options.breakAfter),
  });
  const again = retry(handleWhenResult(isLostConnection), {
    maxAttempts: 2,
    // Exponential, and by itself with jitter.
    backoff: new ExponentialBackoff({
      initialDelay: options.firstPauseMilliseconds,
      maxDelay: options.firstPauseMilliseconds * 10,
    }),
  });
  return wrap(again, breaker);
}

/** Nobody there, or somebody who cannot work; a refusal is an answer. */
function isOutage(result: unknown): boolean {
  const answer = result as Answer;
  return answer.isAnswer ? answer.status >= 500 : answer.code !== "too_large";
}

function isLostConnection(result: unknown): boolean {
  const answer = result as Answer;
  return !answer.isAnswer && answer.code === "unreachable";
}
