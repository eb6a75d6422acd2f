import type { Contradiction } from "./contradictions/contradiction";

/** A policy profile that is not there, or that could not be kept; the message says why. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly contradictions: readonly Contradiction[];

  constructor(message: string, contradictions: readonly Contradiction[] = []) {
    super([message, ...contradictions.map(({ sentence }) => `  ${sentence}`)].join("\n"));
    this.contradictions = contradictions;
  }
}
