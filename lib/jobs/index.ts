/** The job queue: enqueued in the caller's transaction, worked by the worker's own process. */
export { createJobs } from "./create-jobs";
export { installQueues } from "./install-queues";
export { openBoss } from "./open-boss";
export { queueLagMs } from "./queue-lag";
export { deadLetters, queues } from "./queues";
export { type Handlers, startWorker, type Worker } from "./start-worker";
