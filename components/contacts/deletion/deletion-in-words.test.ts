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
  held: { contacts: 0, names: [] },
  spared: [],
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

test("whom a legal hold keeps is said by name, and how many more there are", () => {
  const names = ["Ada", "Zoë Silva"];
  const held = { ...status, state: "on_hold" as const, erased: 8 };
  const said = (contacts: number) => troubleOf({ ...held, held: { contacts, names } }, true);
  const rest = "They are deleted by themselves when it ends. Gone: 8.";
  expect(said(2)).toBe(`Kept by a legal hold for now: 2 (Ada and Zoë Silva). ${rest}`);
  expect(said(3)).toContain("3 (Ada, Zoë Silva and 1 other).");
  expect(said(1_202)).toContain("1,202 (Ada, Zoë Silva and 1,200 others).");
  expect(troubleOf(status, true)).toBeNull();
});

test("a result accounts for every contact that was chosen, and says why some were spared", () => {
  const ended = {
    ...status,
    state: "ended" as const,
    contacts: 12,
    erased: 6,
    gone: 1,
    elsewhere: 2,
    spared: [
      { reason: "legal_obligation" as const, contacts: 2 },
      { reason: "cancelled" as const, contacts: 1 },
    ],
  };
  expect(resultOf(ended)).toEqual({
    title: "6 contacts deleted",
    lines: [
      "42,500 records, and nothing of theirs is left.",
      "Deleted before this began: 1.",
      "Being deleted by another request, which goes on by itself: 2.",
      "Not deleted, since a law demands that it is kept: 2.",
      "Not deleted, since the deletion was cancelled: 1.",
    ],
  });
  const whole = { ...ended, contacts: 1, erased: 1, gone: 0, elsewhere: 0, spared: [] };
  expect(resultOf(whole).lines).toHaveLength(1);
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
