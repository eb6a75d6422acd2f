import { expect, test } from "vitest";
import { nextLimit, politePace } from "./pace";

test.for([
  ["a slow batch halves the next one at most", 1_000, 500, 500],
  ["a quick batch doubles the next one at most", 400, 1, 800],
  ["a batch on budget keeps its size", 1_000, 50, 1_000],
  ["never below the smallest", 120, 5_000, 100],
  ["never above the largest", 1_800, 1, 2_000],
] as const)("%s", ([, limit, elapsedMs, expected]) => {
  expect(nextLimit(limit, elapsedMs, politePace)).toBe(expected);
});
