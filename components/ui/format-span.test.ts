import { expect, test } from "vitest";
import { formatSpan } from "./format-span";

test.for([
  [84, "month", "7 years"],
  [24, "month", "2 years"],
  [12, "month", "12 months"],
  [1, "month", "1 month"],
  [168, "hour", "7 days"],
  [24, "hour", "24 hours"],
  [36, "hour", "36 hours"],
  [60, "minute", "60 minutes"],
  [1, "day", "1 day"],
] as const)("%i %s is said as %s", ([amount, unit, words]) => {
  expect(formatSpan(amount, unit)).toBe(words);
});
