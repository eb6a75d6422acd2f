import { pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import type { RowVerdict } from "./map";
import { makePlan } from "./plan";
import { blank, blankedFor, kept, retain, where } from "./verdicts";

const letters = pgTable("letters", {
  id: text("id").primaryKey(),
  writer: text("writer"),
  anonymisedAt: timestamp("anonymised_at", { withTimezone: true }),
});

test.for<[act: string, verdict: RowVerdict]>([
  ["blank", blank(where({ writer: "personId" }))],
  ["retain", retain("archive", where({ writer: "personId" }))],
])("a moment alone blanks nothing: no repeat could tell what is done (%s)", ([, verdict]) => {
  const map = {
    letters: {
      category: "letters",
      rows: { person: verdict },
      columns: { id: kept, writer: kept, anonymisedAt: blankedFor(["person"], { at_purge: true }) },
    },
  };

  expect(() =>
    makePlan({ letters }, map, { kind: "person", keys: { personId: "ann" } }),
  ).toThrowError(expect.objectContaining({ code: "nothing_blanked", table: "letters" }));
});
