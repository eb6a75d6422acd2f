import { expect, test } from "vitest";
import { rankTest } from "./rank-test";

test("a textbook's two samples have the textbook's figures", () => {
  // Hollander and Wolfe, Nonparametric Statistical Methods (1973), p. 69: 35 of 50 pairs. By hand, then:
  // (35 - 25 - 0.5) / sqrt(50 * 16 / 12) = 1.1635 deviations, outside of which are 0.2446.
  const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const early = [1.15, 0.88, 0.9, 0.74, 1.21];
  const { p, larger } = rankTest(early, term);
  expect(larger).toBeCloseTo(35 / 50, 10);
  expect(p).toBeCloseTo(0.2446, 4);
});

test("alike is alike, ties and all, and a small shift of many is found", () => {
  const noise = Array.from({ length: 1_000 }, (_, at) => ((at * 7_919) % 1_009) / 100);
  expect(rankTest(noise, noise)).toEqual({ p: expect.closeTo(1, 5), larger: 0.5 });
  expect(rankTest([1, 1, 1], [1, 1, 1])).toEqual({ p: 1, larger: 0.5 });

  const later = noise.map((value) => value + 0.6);
  const { p, larger } = rankTest(noise, later);
  expect(p).toBeLessThan(1e-4);
  expect(larger).toBeGreaterThan(0.54);
});
