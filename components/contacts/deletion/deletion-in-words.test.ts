import { expect, test } from "vitest";
import { isCountConfirmed } from "@/lib/contacts/schemas";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import { progressOf, resultOf, troubleOf } from "./deletion-in-words";

const status: ContactsErasureStatus = {
  state: "running",
  contacts: 12_000,
  erased: 2_500,
  gone: 0,
  elsewhere: 0,
  purgeAfter: null,
  chosenAt: new Date("2026-11-22T12:00:00Z"),
  endedAt: null,
  progress: [
    { category: "contacts", planned: 10_000, done: 2_500 },
    { category: "messages", planned: 90_000, done: 40_000 },
  ],
  confirmationCodes: ["a", "b"],
};

test("a large deletion is measured in contacts, since later parts are not counted yet", () => {
  expect(progressOf(status)).toEqual({
    value: 2_500,
    max: 12_000,
    text: "2,500 of 12,000 contacts, 42,500 records so far",
  });
});

test("a deletion in one part is measured in records, which go long before contacts do", () => {
  const one = { ...status, contacts: 300, erased: 0, confirmationCodes: ["a"] };
  expect(progressOf(one)).toMatchObject({ value: 42_500, max: 100_000 });
});

test("a deletion that has not begun says when it will", () => {
  const waiting = { ...status, state: "scheduled" as const, progress: [], erased: 0 };
  expect(progressOf(waiting).text).toBe("About to begin");
  const later = { ...waiting, purgeAfter: new Date("2026-12-01T00:00:00Z") };
  expect(progressOf(later).text).toBe("Begins on 1 December 2026");
});

test("what a legal hold keeps is said with its number", () => {
  const held = { ...status, state: "on_hold" as const, contacts: 10, erased: 8, gone: 1 };
  expect(troubleOf(held, true)).toBe(
    "Kept by a legal hold for now: 1. They are deleted by themselves when it ends. Gone: 8.",
  );
  expect(troubleOf(status, true)).toBeNull();
});

test("a result accounts for every contact that was chosen", () => {
  const ended = {
    ...status,
    state: "ended" as const,
    contacts: 10,
    erased: 6,
    gone: 1,
    elsewhere: 2,
  };
  expect(resultOf(ended)).toEqual({
    title: "6 contacts deleted",
    lines: [
      "42,500 records, and nothing of theirs is left.",
      "Deleted before this began: 1.",
      "Being deleted by another request, which goes on by itself: 2.",
      "Not deleted, since the deletion was cancelled or refused: 1.",
    ],
  });
  expect(resultOf({ ...ended, contacts: 1, erased: 1, gone: 0, elsewhere: 0 }).lines).toHaveLength(
    1,
  );
});

test.for<[typed: string, count: number, isIt: boolean]>([
  ["12480", 12_480, true],
  [" 12,480 ", 12_480, true],
  ["12.480", 12_480, true],
  ["12 480", 12_480, true],
  ["12480x", 12_480, false],
  ["", 0, false],
  ["1248", 12_480, false],
])("%j typed back for %i contacts counts as confirmed: %s", ([typed, count, isIt]) => {
  expect(isCountConfirmed(typed, count)).toBe(isIt);
});
