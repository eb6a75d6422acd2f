import { expect, test } from "vitest";
import { searchWords } from "./search-words";

test.for<[typed: string, found: string[][]]>([
  ["", []],
  ["   ", []],
  ["Zoë  Silva", [["Zoë", "Silva"]]],
  ["silva, zoe;", [["silva", "zoe"]]],
  ["jo@mail.example", [["jo@mail.example"]]],
  ["+49 (0) 151-234", [["49151234"]]],
  ["0049 151 234", [["0049151234"], ["49151234"]]],
  ["0151/234", [["0151234"], ["151234"]]],
  ["011 1 (555) 010-0199", [["01115550100199"], ["1115550100199"], ["15550100199"]]],
  ["0001", [["0001"]]],
  ["٠١٥١ ٢٣٤", [["0151234"], ["151234"]]],
  ["４９１５１", [["49151"]]],
  ["12a", [["12a"]]],
  ["-", [["-"]]],
  ["+", [["+"]]],
])("reads %j as the words to look for", ([typed, found]) => {
  expect(searchWords(typed)).toEqual(found);
});
