type Metric = {
  kind: "counter" | "histogram" | "gauge";
  help: string;
  labels: readonly string[];
};

/**
 * Every metric that the app and the worker export, under the name that Prometheus shows. Labels take
 * few values, and none of them says who.
 *
 * Gauges of the database are the same from every worker: take the `max`. All others are a process's
 * own: take the `sum`.
 */
export const catalog = {
  lethe_requests: {
    kind: "gauge",
    help: "Open erasure requests, by state.",
    labels: ["state"],
  },
  lethe_request_oldest_age_seconds: {
    kind: "gauge",
    help: "How long ago the oldest open request of each state was received.",
    labels: ["state"],
  },
  lethe_requests_closed_day: {
    kind: "gauge",
    help: "Requests that ended within the last 24 hours, by how.",
    labels: ["state"],
  },
  lethe_requests_due: {
    kind: "gauge",
    help: "Open requests, not on hold, whose deadline has passed or comes within a day or a week.",
    labels: ["within"],
  },
  lethe_runs: {
    kind: "gauge",
    help: "Runs under way: held by a worker, waiting for one, or left by all for two minutes.",
    labels: ["held"],
  },
  lethe_purges_paused: {
    kind: "gauge",
    help: "1 while operators have paused every purge.",
    labels: [],
  },
  lethe_queue_jobs: {
    kind: "gauge",
    help: "Jobs that wait or are to be tried again, by queue.",
    labels: ["queue"],
  },
  lethe_queue_lag_seconds: {
    kind: "gauge",
    help: "How long the oldest job of each queue has been due.",
    labels: ["queue"],
  },
  lethe_recipient_calls_pending: {
    kind: "gauge",
    help: "Calls to other systems that are still owed, by recipient.",
    labels: ["recipient"],
  },
  lethe_recipient_failures_in_a_row: {
    kind: "gauge",
    help: "The most attempts in a row that failed among the calls a recipient is owed.",
    labels: ["recipient"],
  },
  lethe_tombstones_unstored: {
    kind: "gauge",
    help: "Completed erasures that the object store has not been told of.",
    labels: [],
  },
  lethe_purge_rows_total: {
    kind: "counter",
    help: "Rows that purges have erased, blanked or detached.",
    labels: [],
  },
  lethe_purge_batch_seconds: {
    kind: "histogram",
    help: "How long a batch's whole transaction takes.",
    labels: [],
  },
  lethe_purge_rolled_back_total: {
    kind: "counter",
    help: "Batches that were rolled back because they waited too long, and tried again smaller.",
    labels: [],
  },
  lethe_job_seconds: {
    kind: "histogram",
    help: "How long a job takes, by queue and how it ended.",
    labels: ["queue", "outcome"],
  },
  lethe_job_retries_total: {
    kind: "counter",
    help: "Jobs that threw and will be tried again.",
    labels: ["queue"],
  },
  lethe_sweep_failures_total: {
    kind: "counter",
    help: "Sweeps that threw and will be tried again.",
    labels: ["sweep"],
  },
  lethe_recipient_answers_total: {
    kind: "counter",
    help: "What other systems answered: a class of status, or why there was no answer.",
    labels: ["recipient", "answer"],
  },
  lethe_work_seconds: {
    kind: "histogram",
    help: "How long the app works for a request, by route and how it ended.",
    labels: ["route", "outcome"],
  },
  lethe_turned_away_total: {
    kind: "counter",
    help: "Requests that the app answered with 503 because it had too many under way.",
    labels: [],
  },
  lethe_memory_bytes: {
    kind: "gauge",
    help: "The process's memory: resident, and used by its heap.",
    labels: ["kind"],
  },
  lethe_event_loop_delay_seconds: {
    kind: "gauge",
    help: "By how much the slowest hundredth of turns of the event loop came late since last asked.",
    labels: [],
  },
} as const satisfies Record<`lethe_${string}`, Metric>;

type NamesOf<Kind extends Metric["kind"]> = {
  [Name in keyof typeof catalog]: (typeof catalog)[Name]["kind"] extends Kind ? Name : never;
}[keyof typeof catalog];

export type Counter = NamesOf<"counter">;
export type Histogram = NamesOf<"histogram">;
export type Gauge = NamesOf<"gauge">;

/** A value for each of the metric's labels. */
export type Labels<Name extends keyof typeof catalog> = Record<
  (typeof catalog)[Name]["labels"][number],
  string
>;
