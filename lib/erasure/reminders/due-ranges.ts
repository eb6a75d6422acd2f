import type { dueMarks } from "@/db/schema";
import { daysAfter } from "../calendar";

export type DueMark = (typeof dueMarks.$inferSelect)["mark"];

/** Deadlines after `after` (null: however old) and until `until` are at this mark. */
export type DueRange = { mark: DueMark; after: Date | null; until: Date };

const daysBefore = { days_1: 1, days_3: 3, days_7: 7 } as const;

/**
 * Which deadlines are at which mark at `now`: late, or so many days away at most.
 *
 * Each is at one mark alone, so that whoever was not told of the earlier ones in time, because no
 * worker ran, is told of the nearest and no others.
 */
export function dueRanges(now: Date): DueRange[] {
  const ranges: DueRange[] = [{ mark: "late", after: null, until: now }];
  for (const mark of ["days_1", "days_3", "days_7"] as const) {
    const after = ranges.at(-1)?.until ?? now;
    ranges.push({ mark, after, until: daysAfter(now, daysBefore[mark]) });
  }
  return ranges;
}
