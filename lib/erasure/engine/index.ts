/** The purge engine: a schema, an erasure map and a subject in; a plan, a purge and its proof out. */
export { type CatalogForeignKey, type CatalogTable, readCatalog } from "./catalog";
export { countPlan } from "./count-plan";
export { PlanError, type PlanErrorCode } from "./errors";
export { findGaps } from "./find-gaps";
export { findResidue, type Residue } from "./find-residue";
export type { Gap } from "./gap";
export { draftMap } from "./guess-draft";
export { guessMap, type MapGuess } from "./guess-map";
export { readGuessTables } from "./guess-tables";
export { collectIdentifiers } from "./identifiers";
export type { Cursor } from "./key-range";
export * from "./map";
export { type Pace, politePace } from "./pace";
export { makePlan, type Plan, type PlanStep } from "./plan";
export type { BatchResult } from "./purge-batch";
export { type Journal, type RunOptions, runPlan } from "./run-plan";
export type { Executor, Transactor } from "./statements";
export * from "./verdicts";
