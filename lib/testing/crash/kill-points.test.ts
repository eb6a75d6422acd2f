import { expect, test } from "vitest";
import { killPoints } from "./kill-points";

test("a worker is killed after every statement, and before each that does not follow at once", () => {
  const points = killPoints([
    { text: "begin", followsAtOnce: false },
    { text: "delete", followsAtOnce: true },
    { text: "commit", followsAtOnce: true },
    { text: "begin", followsAtOnce: false },
  ]);

  expect(points.map(({ moment, statement, text }) => `${moment} ${statement}: ${text}`)).toEqual([
    "before 1: begin",
    "after 1: begin",
    "after 2: delete",
    "after 3: commit",
    "before 4: begin",
    "after 4: begin",
  ]);
});
