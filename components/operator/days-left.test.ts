import { expect, test } from "vitest";
import { daysLeft } from "./days-left";

const now = new Date("2026-11-24T23:30:00Z");

test.for<[dueAt: string, text: string, tone: string]>([
  ["2026-11-20T00:00:00Z", "4 days late", "danger"],
  ["2026-11-23T23:59:00Z", "1 day late", "danger"],
  ["2026-11-24T23:29:00Z", "1 day late", "danger"],
  ["2026-11-24T23:31:00Z", "Due today", "warning"],
  ["2026-11-25T00:00:00Z", "Due tomorrow", "warning"],
  ["2026-11-27T12:00:00Z", "3 days left", "warning"],
  ["2026-11-28T00:00:00Z", "4 days left", "neutral"],
])("what is due at %s is %s", ([dueAt, text, tone]) => {
  expect(daysLeft(new Date(dueAt), now)).toEqual({ text, tone });
});
