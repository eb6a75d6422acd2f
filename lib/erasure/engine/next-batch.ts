import type { Cursor } from "./cursor";
import type { StepProgress } from "./journal";
import { rangeColumns } from "./key-range";
import type { Plan, PlanStep } from "./plan";
import type { TableSize } from "./table-sizes";

/**
 * One step's share of a batch, and the way through its rows: all that is left at once, the table
 * block by block, range by range of the primary key, or looked up by an index.
 */
export type Portion = {
  ordinal: number;
  step: PlanStep;
  cursor: Cursor | null;
  way: { by: "rest" } | { by: "blocks"; upTo: number; isLast: boolean } | Ranged;
};
type Ranged = { by: "keys" | "lookup"; limit: number };

/** As many keys are looked up at a time, and no batch takes more. Of two keys a row, a few megabytes. */
export const keysAtOnce = 20_000;

/** Smaller tables are through in a few key ranges. */
const sweptRows = 10_000;

/**
 * From this share of a table on, going through its blocks is quicker than through an index: every
 * page is read once and in order, and the other rows in it cost less than a search for each own.
 */
const sweptShare = 0.25;

/**
 * What to do next, in at most `limit` rows: as many whole steps as fit by their counts, in order, or
 * else a part of the first that is not done. Empty when all are done.
 */
export function nextBatch(
  plan: Plan,
  progress: readonly StepProgress[],
  limit: number,
  sizes: ReadonlyMap<string, TableSize>,
): Portion[] {
  const portions: Portion[] = [];
  let room = limit;
  for (const [ordinal, step] of plan.steps.entries()) {
    const at = progress[ordinal];
    if (at === undefined) throw new RangeError(`The journal has no step ${ordinal}.`);
    if (at.isDone) continue;
    const { cursor } = at;
    const left = rowsLeft(step, at);
    if (left !== null && left <= room) {
      portions.push({ ordinal, step, cursor, way: { by: "rest" } });
      room -= left;
    } else if (portions.length === 0) {
      const way = sweep(step, at, limit, sizes.get(step.table.name)) ?? ranged(step, limit);
      return [{ ordinal, step, cursor, way }];
    } else {
      break;
    }
  }
  return portions;
}

/** Null when nobody has counted; a step that changes nothing has nothing left. */
function rowsLeft(step: PlanStep, { plannedRows, doneRows }: StepProgress): number | null {
  if (step.action !== "erase" && step.blanks.size === 0) return 0;
  return plannedRows === null ? null : Math.max(plannedRows - doneRows, 0);
}

function ranged(step: PlanStep, limit: number): Ranged {
  return rangeColumns(step) === null
    ? { by: "lookup", limit: Math.min(limit, keysAtOnce) }
    : { by: "keys", limit };
}

function sweep(
  step: PlanStep,
  { cursor, plannedRows }: StepProgress,
  limit: number,
  size: TableSize | undefined,
): Portion["way"] | null {
  if (size === undefined || step.action !== "erase" || !step.found.isExact) return null;
  if (cursor !== null && "after" in cursor) return null;
  const isDense = plannedRows !== null && plannedRows >= size.rows * sweptShare;
  if (cursor === null && (!isDense || plannedRows < sweptRows)) return null;

  const from = cursor?.block ?? 0;
  // As if every row were the subject's: a page that is full of them may take no more than the limit.
  const blocks = Math.max(Math.floor((limit * size.blocks) / size.rows), 1);
  return { by: "blocks", upTo: from + blocks, isLast: from + blocks >= size.blocks };
}
