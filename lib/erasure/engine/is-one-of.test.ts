import { asc, type SQL, sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import type { Db } from "@/lib/erasure/context";
import { expect, test } from "@/lib/testing/database-test";
import { isAmong, isOneOf } from "./is-one-of";

const words = pgTable(
  "words",
  { id: integer("id").primaryKey(), word: text("word"), other: text("other") },
  (t) => [index("words_word_idx").on(t.word)],
);

const conditions = { "to be found by an index": isOneOf, "of rows found already": isAmong };

/** Every word once, with the signs that an array's own notation uses; a hundred rows have none. */
async function writeWords(db: Db): Promise<void> {
  await db.execute(sql`create table words (id int primary key, word text, other text)`);
  await db.execute(sql`
    insert into words select n, case when n > 100 then 'a "word", {' || n || '} \\ or null' end, 'same'
    from generate_series(1, 20000) as n`);
  await db.execute(sql`create index words_word_idx on words (word)`);
  await db.execute(sql`vacuum analyze words`);
}

const wordOf = (id: number) => `a "word", {${id}} \\ or null`;
const wordsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => wordOf(first + at));

describe.for(Object.entries(conditions))("a condition %s", ([, isIn]) => {
  test.for([0, 1, 20, 21, 3_000])("finds %i values, and no other row", async (count, { db }) => {
    await writeWords(db);
    const found = await db
      .select({ id: words.id })
      .from(words)
      .where(isIn(words.word, [...wordsFrom(501, count), "nowhere"]))
      .orderBy(asc(words.id));
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, at) => 501 + at));
  });

  test("is true or false of every filled column, and never true of another", async ({ db }) => {
    await writeWords(db);
    const condition = isIn(words.word, wordsFrom(501, 3_000));
    expect(await db.$count(words, sql`(${condition}) is not true`)).toBe(17_000);
  });
});

describe("a long list", () => {
  test("is looked for in the index, by values that the planner has not gone through", async ({
    db,
  }) => {
    await writeWords(db);
    const plan = await planOf(db, isOneOf(words.word, wordsFrom(501, 3_000)));
    expect(plan).toMatch(/Index Cond: \(word = ANY \(\(InitPlan \d+\)/);
  });

  test("is hashed once where rows are found by something else", async ({ db }) => {
    await writeWords(db);
    const found = sql`${words.id} between 501 and 520`;
    const plan = await planOf(db, sql`${found} and ${isAmong(words.word, wordsFrom(501, 3_000))}`);
    expect(plan).toMatch(/Index Cond: \(\(id >= 501\)/);
    expect(plan).toMatch(/hashed SubPlan/);
  });
});

async function planOf(db: Db, where: SQL): Promise<string> {
  const lines = await db.execute(sql`explain select count(*) from ${words} where ${where}`);
  return JSON.stringify(lines);
}
