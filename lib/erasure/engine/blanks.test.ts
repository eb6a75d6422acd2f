import { getTableColumns, sql } from "drizzle-orm";
import { bigint, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import { assignments, blanksOf, isUnblanked } from "./blanks";
import type { BlankValue, ColumnVerdict, RowVerdict } from "./map";
import { makePlan, type PlanStep } from "./plan";
import { type Row, rowsOf } from "./statements";
import { alongside, anyOf, blank, blankedFor, kept, retain, where } from "./verdicts";

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

const keys = { personId: "ann" };
const byWriter = where({ writer: "personId" });

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
  const [step] = makePlan({ letters }, { letters: entry }, { kind: "person", keys }).steps;
  if (step === undefined) throw new Error("The plan is empty.");
  return step;
}
