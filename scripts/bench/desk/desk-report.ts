import { markdown, ms, rounded } from "../markdown";
import type { DeskFigures } from "./measure-desk";

/** What a page of the desk may take. */
const goalMs = 300;

/** What was measured, for people. */
export function deskTable({ requests, repetitions, pages }: DeskFigures): string {
  return [
    `${requests} requests, each page ${repetitions} times, one at a time; the goal is ${goalMs} ms`,
    "",
    ...markdown([
      ["page", "p50", "slowest", "size"],
      ...pages.map(({ page, p50, slowest, kilobytes }) => [
        page,
        ms(p50),
        ms(slowest),
        `${kilobytes.toFixed(0)} KB`,
      ]),
    ]),
  ].join("\n");
}

/** The slowest page's figures. */
export function deskRatios({ pages }: DeskFigures) {
  return {
    desk: {
      p50: rounded(Math.max(...pages.map(({ p50 }) => p50)), 0),
      slowest: rounded(Math.max(...pages.map(({ slowest }) => slowest)), 0),
    },
  };
}
