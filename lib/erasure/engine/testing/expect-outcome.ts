import { expect } from "vitest";
import type { Row } from "../statements";
import type { Outcome } from "./outcome";
import type { Purge } from "./purge-plan";
import type { AllRows } from "./read-rows";

/** The tables hold exactly what they should; untouched rows lie where they lay. */
export function expectRows(rows: AllRows, outcome: Outcome): void {
  for (const [table, left] of Object.entries(outcome.left)) {
    const expected = inOrder(left).map((row) => ({ at: expect.any(String), ...row }));
    expect(inOrder(rows[table] ?? []), table).toEqual(expected);
  }
}

/** Every step foresaw, and recorded, exactly the rows that it changed. */
export function expectCounts({ planned, done }: Purge, outcome: Outcome): void {
  for (const step of Object.keys(planned)) {
    const [action, table] = step.split(" ");
    const changed = outcome.counts[`change ${table}`] ?? 0;
    const counted = outcome.counts[step] ?? 0;
    const expected = action === "blank" ? changed : counted;
    expect(planned[step], `planned: ${step}`).toBe(expected);
    expect(done[step], `done: ${step}`).toBe(action === "retain" ? changed : expected);
  }
}

function inOrder(rows: readonly Row[]): Row[] {
  const key = ({ at: _at, ...row }: Row) => JSON.stringify(Object.entries(row).sort());
  return rows.toSorted((one, other) => key(one).localeCompare(key(other), "en"));
}
