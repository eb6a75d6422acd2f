import { expect, test } from "vitest";
import { statusAnnouncement } from "./status-announcement";
import { statusIn } from "./status-fixture";

const purging = (done: number) =>
  statusIn("purging", { progress: [{ category: "messages", planned: 1_000, done }] });

test("nothing is read out before something happens", () => {
  expect(statusAnnouncement(purging(0), purging(0))).toBe("");
});

test("progress speaks once a quarter, not once a second", () => {
  expect(statusAnnouncement(purging(0), purging(249))).toBe("");
  expect(statusAnnouncement(purging(0), purging(250))).toBe("25 percent deleted.");
  expect(statusAnnouncement(purging(0), purging(499))).toBe("25 percent deleted.");
});

test("what was done before the page was opened is not news", () => {
  expect(statusAnnouncement(purging(600), purging(700))).toBe("");
});

test("a new state is read out in its own words", () => {
  expect(statusAnnouncement(purging(0), statusIn("completed"))).toBe("It is deleted");
});
