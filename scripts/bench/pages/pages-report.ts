import { markdown, rounded } from "../markdown";
import type { PageFigures } from "./measure-pages";

/** What a telephone waits for, for people. */
export function pagesTable(pages: readonly PageFigures[]): string {
  const [plain] = pages;
  return markdown([
    ["page", "LCP", "x plain", "CLS", "TBT", "script", "in all"],
    ...pages.map(({ name, lcp, cls, tbt, scriptKb, allKb }) => [
      name,
      `${lcp.toFixed(0)} ms`,
      (lcp / (plain?.lcp ?? Number.NaN)).toFixed(2),
      cls.toFixed(3),
      `${tbt.toFixed(0)} ms`,
      `${scriptKb.toFixed(0)} kB`,
      `${allKb.toFixed(0)} kB`,
    ]),
  ]).join("\n");
}

/** The ratios by name. */
export function pagesRatios(pages: readonly PageFigures[]) {
  const [plain] = pages;
  return {
    pages: Object.fromEntries(
      pages.map(({ name, lcp }) => [name, { lcp: rounded(lcp / (plain?.lcp ?? Number.NaN)) }]),
    ),
  };
}
