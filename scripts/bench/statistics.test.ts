import { expect, test } from "vitest";
import { median, percentile } from "./statistics";

test("a median is a value that was measured", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([1, 2, 3, 4])).toBe(2);
});

test("a percentile of few values is the largest, and of none is not a number", () => {
  expect(percentile([3, 1, 2], 99)).toBe(3);
  expect(percentile([], 99)).toBeNaN();
});
