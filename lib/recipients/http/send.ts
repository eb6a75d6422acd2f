import type { Answer } from "./answer";
import { readCapped } from "./read-capped";
import { retryAfterSeconds } from "./retry-after";

/** A call to a recipient. Its address may hold a secret: it is never logged, nor part of an error. */
export type Call = {
  method: "DELETE" | "POST";
  url: URL;
  headers?: Readonly<Record<string, string>>;
  json?: unknown;
};

/** Makes one call. It follows no redirect: a token goes to nobody but whom it is for. */
export async function send(
  { method, url, headers, json }: Call,
  { timeoutMilliseconds, now }: { timeoutMilliseconds: number; now: () => Date },
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal,
      headers: {
        Accept: "application/json",
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { isAnswer: false, code: "redirected" };
    }
    const text = await readCapped(response);
    if (text === null) return { isAnswer: false, code: "too_large" };
    return {
      isAnswer: true,
      status: response.status,
      body: parsed(text),
      retryAfterSeconds: retryAfterSeconds(response.headers.get("retry-after"), now()),
    };
  } catch {
    // Whatever fetch throws is the network's; its message quotes the address, so it is not kept.
    return { isAnswer: false, code: signal.aborted ? "timed_out" : "unreachable" };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
