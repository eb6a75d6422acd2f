import type { ErasureContext } from "@/lib/erasure";
import type { Http } from "./http/create-http";
import type { Recipient } from "./recipient";

/** What making calls needs. */
export type CallContext = Pick<ErasureContext, "db" | "now" | "jobs" | "vault"> & {
  recipients: readonly Recipient[];
  /** The way to each recipient, by its name, with a circuit breaker of its own. */
  httpOf: (recipient: string) => Http;
};
