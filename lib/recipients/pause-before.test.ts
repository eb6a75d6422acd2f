import { expect, test } from "vitest";
import { pauseBefore } from "./pause-before";

const second = 1_000;

test("each pause is up to twice the last, at most a quarter of an hour, and at least half of that", () => {
  const longest = Array.from({ length: 40 }, (_, attempts) => pauseBefore(attempts, null, 1));
  expect(longest.slice(0, 4)).toEqual([2 * second, 4 * second, 8 * second, 16 * second]);
  expect(Math.max(...longest)).toBe(900 * second);
  for (const [attempts, most] of longest.entries()) {
    expect(pauseBefore(attempts, null, 0)).toBe(most / 2);
  }
});

test("those that failed together do not come back together", () => {
  const pauses = Array.from({ length: 1_000 }, () => pauseBefore(5, null));
  expect(new Set(pauses).size).toBeGreaterThan(900);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(32 * second);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(64 * second);
  expect(pauses.filter((pause) => pause < 48 * second).length).toBeGreaterThan(400);
  expect(pauses.filter((pause) => pause < 48 * second).length).toBeLessThan(600);
});

test("whoever asks for more time gets it, and whoever asks for less is not pressed", () => {
  expect(pauseBefore(0, 3_600)).toBe(3_600 * second);
  expect(pauseBefore(20, 1, 1)).toBe(900 * second);
  expect(pauseBefore(0, 0, 1)).toBe(2 * second);
});
