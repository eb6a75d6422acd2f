import type { RefusalReason } from "./status";
import type { RunSubject } from "./subjects";

/** What became of contacts that were chosen and will not be erased by this request. */
export type GroupOutcome = { gone: number; elsewhere: number };

/** A run that can start: whose it is, the workspace it is about, if it is, and whom it erases. */
export type ReadyRun = {
  outcome: "ready";
  subjectId: string;
  workspaceId: string | null;
  subjects: RunSubject[];
  /** What became of contacts that were chosen together with these. */
  group?: GroupOutcome | undefined;
};

/** Whom a run will erase, in order; or why it cannot start, for now or for ever. */
export type ResolvedRun =
  | ReadyRun
  | { outcome: "refuse"; reason: RefusalReason; group?: GroupOutcome | undefined }
  | { outcome: "review" }
  | { outcome: "wait" };
