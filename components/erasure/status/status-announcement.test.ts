import { expect, test } from "vitest";
import { quarterOf } from "./quarter-of";
import { statusAnnouncement } from "./status-announcement";

const spoken = (state: "purging" | "completed", quarter: number) => ({
  state,
  quarter,
  heading: "It is deleted",
  share: `${quarter * 25} percent deleted.`,
});

test("nothing is read out before something happens", () => {
  expect(statusAnnouncement(spoken("purging", 0), spoken("purging", 0))).toBe("");
});

test("progress speaks once a quarter, not once a second", () => {
  const quarterAt = (done: number) =>
    quarterOf([
      { category: "messages", planned: 600, done },
      { category: "media", planned: 400, done: 0 },
    ]);

  expect([0, 249, 250, 499, 500, 600].map(quarterAt)).toEqual([0, 0, 1, 1, 2, 2]);
  expect(quarterOf([])).toBe(0);
  expect(statusAnnouncement(spoken("purging", 0), spoken("purging", 1))).toBe(
    "25 percent deleted.",
  );
});

test("what was done before the page was opened is not news", () => {
  expect(statusAnnouncement(spoken("purging", 2), spoken("purging", 2))).toBe("");
});

test("a new state is read out in its own words", () => {
  expect(statusAnnouncement(spoken("purging", 0), spoken("completed", 4))).toBe("It is deleted");
});
