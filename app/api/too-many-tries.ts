import { problem } from "./problem";

/** @param wait in seconds. */
export function tooManyTries(wait: number): Response {
  const response = problem(429, "too_many_tries", "Too many tries came from this address.");
  response.headers.set("Retry-After", `${wait}`);
  return response;
}
