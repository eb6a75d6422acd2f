import { expect, test } from "vitest";
import { isSelected, nothingSelected, selectedCount, withContacts } from "./contact-selection";

test("holds what was chosen, one by one or many at once", () => {
  const some = withContacts(withContacts(nothingSelected, ["a", "b", "c"], true), ["b"], false);
  expect(["a", "b", "c", "d"].map((id) => isSelected(some, id))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(selectedCount(some, 100)).toBe(2);
});

test("of all that match leaves out what was taken away again", () => {
  const all = withContacts({ isAll: true, ids: new Set<string>() }, ["a", "b"], false);
  expect(["a", "b", "c"].map((id) => isSelected(all, id))).toEqual([false, false, true]);
  expect(selectedCount(all, 100)).toBe(98);
  expect(selectedCount(withContacts(all, ["a"], true), 100)).toBe(99);
});
