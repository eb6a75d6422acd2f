import { markdown, ms, rounded } from "../markdown";
import type { ListsFigures } from "./measure-lists";

/** What a page of the list may take. */
const goalMs = 100;

/** What was measured, for people. */
export function listsTable({ contacts, repetitions, questions }: ListsFigures): string {
  return [
    `${contacts} contacts, each question ${repetitions} times, one at a time; the goal is ${goalMs} ms`,
    "",
    ...markdown([
      ["asked for", "matching", "page by name", "page by newest", "count"],
      ...questions.map(({ question, page, count, matching }) => [
        question,
        `${matching}`,
        ms(page.name),
        ms(page.newest),
        ms(count),
      ]),
    ]),
  ].join("\n");
}

/** The slowest questions' figures. */
export function listsRatios({ questions }: ListsFigures) {
  const pages = questions.flatMap(({ page }) => Object.values(page));
  return {
    lists: {
      pageMs: rounded(Math.max(...pages), 0),
      countMs: rounded(Math.max(...questions.map(({ count }) => count)), 0),
    },
  };
}
