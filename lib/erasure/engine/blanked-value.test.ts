import { sql } from "drizzle-orm";
import { customType, pgTable, text } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import { assignments, blanksOf, isUnblanked } from "./blanks";
import type { BlankValue } from "./map";
import { makePlan } from "./plan";
import { rowsOf } from "./statements";
import { blank, blankedFor, kept, where } from "./verdicts";

const annsId = "018f0000-0000-7000-8000-000000000001";
const keys = { personId: "ann", uuid: annsId, group: ["bob", "cid"] };

describe("a blanked column", () => {
  test.for<[what: string, type: string, before: string, to: BlankValue, after: string | null]>([
    ["is null", "text", "'Dear Ann'", null, null],
    ["is a value of its type", "integer", "7", 0, "0"],
    ["is an empty list", "text[]", "'{a,b}'", { empty: "list" }, "{}"],
    ["is an empty list of JSON", "jsonb", `'[1, 2]'`, { empty: "list" }, "[]"],
    ["is an empty object of JSON", "jsonb", `'{"a": 1}'`, { empty: "object" }, "{}"],
    ["is an empty object of plain JSON", "json", `'{"a": 1}'`, { empty: "object" }, "{}"],
    [
      "loses the subject from a list",
      "text[]",
      "'{ann,bob,ann}'",
      { without: "personId" },
      "{bob}",
    ],
    [
      "loses the subject from a list of ids",
      "uuid[]",
      `array['${annsId}']::uuid[]`,
      { without: "uuid" },
      "{}",
    ],
    ["loses a group from a list", "text[]", "'{ann,bob,cid}'", { without: "group" }, "{ann}"],
    [
      "loses the subject from a list of JSON",
      "jsonb",
      `'["ann", {"ann": 1}]'`,
      { without: "personId" },
      `[{"ann": 1}]`,
    ],
    [
      "loses a group from a list of plain JSON",
      "json",
      `'["bob","ann"]'`,
      { without: "group" },
      `["ann"]`,
    ],
    ["loses a key of JSON", "jsonb", `'{"to": "ann", "at": 1}'`, removed(["to"]), `{"at": 1}`],
    [
      "loses a key deep in JSON",
      "jsonb",
      `'{"to": {"name": "ann", "n": 1}}'`,
      removed(["to", "name"]),
      `{"to": {"n": 1}}`,
    ],
    [
      "loses a key of every element",
      "jsonb",
      `'{"to": [{"ip": 1, "n": 2}, {"n": 3}, 4]}'`,
      removed(["to", "*", "ip"]),
      `{"to": [{"n": 2}, {"n": 3}, 4]}`,
    ],
    [
      "loses a key of every value",
      "jsonb",
      `'{"a": {"ip": 1}, "b": {"n": 2}}'`,
      removed(["*", "ip"]),
      `{"a": {}, "b": {"n": 2}}`,
    ],
    [
      "loses all elements",
      "jsonb",
      `'{"to": ["ann"], "n": 1}'`,
      removed(["to", "*"]),
      `{"n": 1, "to": []}`,
    ],
    [
      "loses several keys",
      "jsonb",
      `'{"a": 1, "b": {"c": 2}, "d": 3}'`,
      removed(["a"], ["b", "c"]),
      `{"b": {}, "d": 3}`,
    ],
    ["loses a key that needs quoting", "jsonb", `'{"a.b''\\"": 1}'`, removed([`a.b'"`]), "{}"],
    [
      "has null for a key",
      "jsonb",
      `'{"to": "ann", "at": 1}'`,
      nulled(["to"]),
      `{"at": 1, "to": null}`,
    ],
    [
      "has null for a key of every element",
      "json",
      `'[{"ip":1},{"n":2}]'`,
      nulled(["*", "ip"]),
      `[{"ip": null}, {"n": 2}]`,
    ],
    [
      "has null for every element",
      "jsonb",
      `'{"to": ["a", "b"]}'`,
      nulled(["to", "*"]),
      `{"to": [null, null]}`,
    ],
    [
      "has null for every value",
      "jsonb",
      `'{"a": 1, "b": 2}'`,
      nulled(["*"]),
      `{"a": null, "b": null}`,
    ],
  ])("%s (%s)", async ([, type, before, to, after], { db }) => {
    expect(await blanked(db, type, before, to)).toEqual({
      before: true,
      value: after,
      after: false,
    });
  });

  test.for<[what: string, type: string, value: string, to: BlankValue]>([
    ["is null already", "text", "null", null],
    ["is empty already", "jsonb", "'[]'", { empty: "list" }],
    ["has others in its list", "text[]", "'{bob}'", { without: "personId" }],
    ["is an object with the subject for a key", "jsonb", `'{"ann": 1}'`, { without: "personId" }],
    ["has no list", "text[]", "null", { without: "personId" }],
    ["lacks the key", "json", `'{ "b":1,  "a":2 }'`, removed(["to", "name"])],
    ["has something else where the path leads", "jsonb", `'{"to": "me"}'`, removed(["to", "name"])],
    ["has no elements where the path leads", "jsonb", `'{"to": "me"}'`, nulled(["to", "*", "ip"])],
    ["is JSON's own null", "jsonb", "'null'", nulled(["to"])],
    ["has no JSON", "jsonb", "null", removed(["to"])],
    ["is no array of JSON", "jsonb", `'"ann"'`, { without: "personId" }],
  ])("that %s is left byte for byte (%s)", async ([, type, value, to], { db }) => {
    const [row] = await rowsOf(db, sql.raw(`select (${value}::${type})::text as value`));
    expect(await blanked(db, type, value, to)).toEqual({
      before: false,
      value: row?.value,
      after: false,
    });
  });
});

/** Whether a value is still to be blanked before and after it has been, and what it is then. */
async function blanked(db: ShopDb, type: string, value: string, to: BlankValue) {
  const sheets = pgTable("sheets", {
    id: text("id").primaryKey(),
    value: customType<{ data: unknown }>({ dataType: () => type })("value"),
  });
  const map = {
    sheets: {
      category: "sheets",
      rows: { person: blank(where({ id: "personId" })) },
      columns: { id: kept, value: blankedFor(["person"], to) },
    },
  };
  const [step] = makePlan({ sheets }, map, { kind: "person", keys }).steps;
  if (step === undefined) throw new Error("The plan is empty.");
  return await db.transaction(async (tx) => {
    await tx.execute(
      sql.raw(
        `create temp table sheets on commit drop as select 'ann' as id, ${value}::${type} as value`,
      ),
    );
    const isLeft = isUnblanked(step.table, blanksOf(step));
    const look = sql`select ${isLeft} as is_left, value::text as value from sheets`;
    const [before] = await rowsOf(tx, look);
    await tx.execute(sql`update sheets set ${assignments(step, new Date())}`);
    const [after] = await rowsOf(tx, look);
    return { before: before?.is_left, value: after?.value, after: after?.is_left };
  });
}

function removed(...paths: [string, ...string[]][]): BlankValue {
  return { paths, become: "removed" };
}

function nulled(...paths: [string, ...string[]][]): BlankValue {
  return { paths, become: "null" };
}
