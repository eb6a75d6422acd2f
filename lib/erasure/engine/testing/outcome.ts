import { isDeepStrictEqual } from "node:util";
import type { Row } from "../statements";
import type { AllRows } from "./read-rows";

/** What an erasure should leave and what it should have counted, worked out from the rows alone. */
export type Outcome = {
  /** Rows without their places where they are changed. */
  left: AllRows;
  /** By action and table. */
  counts: Readonly<Record<string, number>>;
};

/** What becomes of a row: its new content, or null when it goes. */
export type Fate = (row: Row) => Row | null;

/** What an erasure means, by table; tables that are not named stay. */
export type Meaning = { fates: Record<string, Fate>; counts: Record<string, number> };

/** What a meaning makes of rows, and how many of each table it erases and changes. */
export function outcomeOf(rows: AllRows, meaning: Meaning): Outcome {
  const left: Record<string, Row[]> = {};
  const counts: Record<string, number> = { ...meaning.counts };
  for (const [table, before] of Object.entries(rows)) {
    const fate = meaning.fates[table] ?? ((row) => row);
    left[table] = before.flatMap((row) => {
      const after = fate(row);
      if (after === null) count(`erase ${table}`);
      else if (after !== row) count(`change ${table}`);
      return after === null ? [] : [after];
    });
  }
  return { left, counts };

  function count(what: string): void {
    counts[what] = (counts[what] ?? 0) + 1;
  }
}

/** The row itself when nothing in it is different; a rewritten one lies somewhere else. */
export function changed(row: Row, to: Row): Row {
  if (isDeepStrictEqual({ ...row, ...to }, row)) return row;
  const { at: _at, ...rest } = row;
  return { ...rest, ...to };
}

/** The moment that the tests' clock shows, as PostgreSQL writes it in JSON. */
export const purgedAt = "2026-11-22T12:00:00+00:00";
