import type { Queue } from "pg-boss";
import type { Job } from "@/lib/erasure";

/** Where a job goes that failed for good: kept, counted, and never silently dropped. */
export const deadLetters = "dead-letters";

/**
 * The queues. Workers are woken at once.
 *
 * A worker says every ten seconds that it still has a job: one of which nobody has heard for twenty has lost
 * its worker, or the worker its database, and is tried again.
 *
 * `advance-run` holds one waiting job for each request, however often it is asked for; a slice of a
 * run takes seconds, so a job that is silent for a minute has lost its worker. Its retries are few,
 * because the recovery sweep asks again for whatever does not advance. `call-recipient` is the same for
 * one page of calls to another system, and has a sweep of its own. `send-mail` tries for
 * more than a day: that outlasts a provider's bad afternoon, and the mail itself, which is given up
 * within the provider's memory of idempotency keys. `read-inbound` fetches a mail that came in, and
 * its sweep asks again for whatever is still unread when the retries are over. `send-notice` tries for an
 * hour or so: what it sends is worth nothing tomorrow.
 */
export const queues: Record<Job["queue"], Omit<Queue, "name">> = {
  "advance-run": {
    policy: "short",
    notify: true,
    deadLetter: deadLetters,
    heartbeatSeconds: 20,
    expireInSeconds: 60,
    retryLimit: 2,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
  },
  "call-recipient": {
    policy: "short",
    notify: true,
    deadLetter: deadLetters,
    heartbeatSeconds: 20,
    expireInSeconds: 90,
    retryLimit: 2,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
  },
  "send-mail": {
    policy: "exclusive",
    notify: true,
    deadLetter: deadLetters,
    heartbeatSeconds: 20,
    expireInSeconds: 60,
    retryLimit: 40,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3_600,
  },
  "send-notice": {
    policy: "exclusive",
    notify: true,
    deadLetter: deadLetters,
    heartbeatSeconds: 20,
    expireInSeconds: 60,
    retryLimit: 40,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
  },
  "read-inbound": {
    policy: "exclusive",
    notify: true,
    deadLetter: deadLetters,
    heartbeatSeconds: 20,
    expireInSeconds: 60,
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
  },
};
