import type { Cursor } from "./cursor";
import type { Executor } from "./statements";

/** Where a step stands. `plannedRows` is null when nobody has counted. */
export type StepProgress = {
  cursor: Cursor | null;
  isDone: boolean;
  doneRows: number;
  plannedRows: number | null;
};

/** What one batch did in one step: rows changed, where it got to, and whether the step is done. */
export type StepResult = {
  ordinal: number;
  rows: number;
  cursor: Cursor | null;
  isDone: boolean;
};

/**
 * Where a run's progress is kept. What it does in a batch's transaction commits with the batch's
 * rows or not at all.
 */
export type Journal<TTx extends Executor> = {
  /** Every step of the plan, in its order; asked once, when a worker takes the run up. */
  read(): Promise<readonly StepProgress[]>;
  /**
   * The first statement of a batch's transaction: false rolls it back and ends the run here (held,
   * cancelled, paused, or taken over by another worker).
   *
   * The batch is sent behind it before the answer is there. So it should refuse by a statement that
   * fails, which lets nothing behind it happen; otherwise the batch is done and taken back.
   */
  mayGoOn(tx: TTx): Promise<boolean>;
  /** The last statement; the commit is sent behind it. */
  record(tx: TTx, results: readonly StepResult[]): Promise<void>;
};
