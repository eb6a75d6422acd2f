/** What the operators' desk reads. Every one of these asks for an operator first. */
export { countQueue } from "./count-queue";
export { exportQueue } from "./export-queue";
export { findByIdentifier } from "./find-by-identifier";
export { findHoldTarget } from "./find-hold-target";
export { listHolds } from "./list-holds";
export { listProofs, recordProofOpened } from "./list-proofs";
export { listQueue } from "./list-queue";
export { openDetails } from "./open-details";
export { previewCase } from "./preview-case";
export { QueueFilter } from "./queue-filter";
export { readCase } from "./read-case";
export { readOverview } from "./read-overview";
export { readRuns } from "./read-runs";
