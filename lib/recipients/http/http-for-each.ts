import { createHttp, type Http } from "./create-http";

/** A way to each recipient, made when it is first needed, so that each has its own circuit breaker. */
export function httpForEach(
  options: Parameters<typeof createHttp>[0] = {},
): (name: string) => Http {
  const ways = new Map<string, Http>();
  return (name) => {
    const http = ways.get(name) ?? createHttp(options);
    ways.set(name, http);
    return http;
  };
}
