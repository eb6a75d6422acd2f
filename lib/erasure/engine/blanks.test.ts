import { getTableColumns, sql } from "drizzle-orm";
import { bigint, customType, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import { assignments, blanksOf, isUnblanked } from "./blanks";
import type { AnyErasureMap, BlankValue, ColumnVerdict, RowVerdict } from "./map";
import { makePlan, type PlanStep } from "./plan";
import { type Row, rowsOf } from "./statements";
import { alongside, anyOf, blank, blankedFor, kept, retain, where } from "./verdicts";

const annsId = "018f0000-0000-7000-8000-000000000001";

const letters = pgTable("letters", {
  id: text("id").primaryKey(),
  writer: text("writer"),
  reader: text("reader"),
  writtenFrom: text("written_from"),
  subject: text("subject").notNull(),
  copies: text("copies").array(),
  words: bigint("words", { mode: "number" }).generatedAlwaysAs(sql`length(subject)`),
  serial: bigint("serial", { mode: "number" }).generatedAlwaysAsIdentity(),
  anonymisedAt: timestamp("anonymised_at", { withTimezone: true }),
});
type Column = keyof typeof letters.$inferSelect;

const keys = { personId: "ann", uuid: annsId, group: ["bob", "cid"] };
const byWriter = where({ writer: "personId" });

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

describe("a column by which rows are found", () => {
  const columns = {
    writer: blankedFor(["person"]),
    reader: blankedFor(["person"]),
    writtenFrom: alongside("writer", blankedFor(["person"])),
    subject: blankedFor(["person"], "removed"),
  };
  const either = anyOf<Column>(byWriter, where({ reader: "personId" }));

  test.for<[act: string, verdict: RowVerdict]>([
    ["blank", blank(either)],
    ["retain", retain("archive", either)],
  ])(
    "goes only where it names the subject, and what goes alongside it there too (%s)",
    async ([, verdict], { db }) => {
      const step = stepFor(verdict, columns);
      const after = await updated(db, step, [
        { writer: "'ann'", reader: "'bob'", written_from: "'here'" },
        { writer: "'bob'", reader: "'ann'", written_from: "'there'" },
        { writer: "'ann'", reader: "'ann'", written_from: "'home'" },
      ]);

      expect(after).toEqual([
        { writer: null, reader: "bob", written_from: null, subject: "removed", is_left: false },
        { writer: "bob", reader: null, written_from: "there", subject: "removed", is_left: false },
        { writer: null, reader: null, written_from: null, subject: "removed", is_left: false },
      ]);
    },
  );

  test("counts as to be blanked only where it names the subject", async ({ db }) => {
    const { subject: _left, ...named } = columns;
    const step = stepFor(blank(either), named);
    const [row] = await rowsOf(
      db,
      sql`select ${isUnblanked(step.table, blanksOf(step))} as is_left
          from (values ('cid', 'bob', 'there')) as letters (writer, reader, written_from)`,
    );

    expect(row).toEqual({ is_left: false });
  });
});

describe("a map is refused that blanks", () => {
  test.for<[what: string, column: Column, to: BlankValue, why: string]>([
    ["what cannot be null, to null", "subject", null, "cannot be null"],
    ["part of the primary key", "id", "gone", "is part of the primary key"],
    ["what is generated", "words", 0, "is generated from other columns"],
    ["an identity", "serial", 0, "is an identity"],
    ["paths of a text", "reader", removed(["to"]), "it has no paths"],
    ["a text to an empty list", "reader", { empty: "list" }, "has no elements"],
    ["an array to an empty object", "copies", { empty: "object" }, "is no JSON object"],
    ["an element of a text", "reader", { without: "personId" }, "has no elements"],
  ])("%s", ([, column, to, why]) => {
    const { name } = letters[column];
    expect(() => stepFor(blank(byWriter), { [column]: blankedFor(["person"], to) })).toThrowError(
      expect.objectContaining({
        code: "cannot_be_blanked",
        message: expect.stringMatching(new RegExp(`"letters"."${name}", which .*${why}`)),
      }),
    );
  });

  test("an element by a key that the subject does not have", () => {
    const columns = { copies: blankedFor(["person"], { without: "shoeSize" }) };
    expect(() => stepFor(blank(byWriter), columns)).toThrowError(
      expect.objectContaining({ code: "missing_subject_key", table: "letters" }),
    );
  });

  test("a column alongside one that is not there", () => {
    const columns = { reader: alongside("author", blankedFor(["person"])) };
    expect(() => stepFor(blank(byWriter), columns)).toThrowError(
      expect.objectContaining({ code: "unknown_column", table: "letters" }),
    );
  });

  test.for<[act: string, verdict: RowVerdict]>([
    ["blank", blank(byWriter)],
    ["retain", retain("archive", byWriter)],
  ])("nothing but a moment: no repeat could tell what is done (%s)", ([, verdict]) => {
    const columns = { anonymisedAt: blankedFor(["person"], { at_purge: true }) };
    expect(() => stepFor(verdict, columns)).toThrowError(
      expect.objectContaining({ code: "nothing_blanked", table: "letters" }),
    );
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
  const step = firstStep({ sheets }, map);
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

/** The rows after the statement of a step, and whether anything is still to be blanked in them. */
async function updated(
  db: ShopDb,
  step: PlanStep,
  rows: readonly Readonly<Record<"writer" | "reader" | "written_from", string>>[],
): Promise<Row[]> {
  return await db.transaction(async (tx) => {
    await tx.execute(
      sql`create temp table letters (writer text, reader text, written_from text, subject text) on commit drop`,
    );
    for (const row of rows) {
      await tx.execute(
        sql.raw(
          `insert into letters values (${row.writer}, ${row.reader}, ${row.written_from}, 'hi')`,
        ),
      );
    }
    const isLeft = isUnblanked(step.table, blanksOf(step));
    await tx.execute(sql`update letters set ${assignments(step, new Date())} where ${isLeft}`);
    return await rowsOf(tx, sql`select *, ${isLeft} as is_left from letters order by ctid`);
  });
}

function removed(...paths: [string, ...string[]][]): BlankValue {
  return { paths, become: "removed" };
}

function nulled(...paths: [string, ...string[]][]): BlankValue {
  return { paths, become: "null" };
}

function stepFor(verdict: RowVerdict, columns: Readonly<Record<string, ColumnVerdict>>): PlanStep {
  const all = Object.keys(getTableColumns(letters)).map((column) => [
    column,
    columns[column] ?? kept,
  ]);
  const entry = {
    category: "letters",
    rows: { person: verdict },
    columns: Object.fromEntries(all),
  };
  return firstStep({ letters }, { letters: entry });
}

function firstStep(schema: Record<string, unknown>, map: AnyErasureMap): PlanStep {
  const [step] = makePlan(schema, map, { kind: "person", keys }).steps;
  if (step === undefined) throw new Error("The plan is empty.");
  return step;
}
