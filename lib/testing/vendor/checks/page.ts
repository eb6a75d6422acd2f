import { expect } from "vitest";
import type { Check } from "../promise-row";

/** The page has these words. */
export function says(...words: (string | RegExp)[]): Check {
  return ({ page }) => {
    for (const some of words) expect(page).toMatch(some instanceof RegExp ? some : literal(some));
  };
}

/** The page does not have these words. */
export function neverSays(...words: string[]): Check {
  return ({ page }) => {
    for (const some of words) expect(page).not.toContain(some);
  };
}

/** One after the other, on the same app. */
export function all(...checks: Check[]): Check {
  return async (app) => {
    for (const check of checks) await check(app);
  };
}

function literal(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
