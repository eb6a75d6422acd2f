import { eq, sql } from "drizzle-orm";
import { type AnyPgColumn, pgTable, text } from "drizzle-orm/pg-core";
import { expect, test } from "@/lib/testing/shop-test";
import { anyOf, countPlan, erase, kept, makePlan, paced, runPlan, through, where } from ".";
import { memoryJournal } from "./testing/memory-journal";
import { rehearse } from "./testing/rehearse";

const people = pgTable("people", { id: text("id").primaryKey() });
const gifts = pgTable("gifts", {
  id: text("id").primaryKey(),
  giver: text("giver").references(() => people.id),
  taker: text("taker").references(() => people.id),
});
const person = { kind: "person", keys: { personId: "ann" } };

test("a row that may refer to the same table twice is found by either reference", async ({
  db,
}) => {
  const map = {
    people: {
      category: "people",
      rows: { person: erase(where({ id: "personId" })) },
      columns: { id: kept },
    },
    gifts: {
      category: "gifts",
      rows: { person: erase(through("people")) },
      columns: { id: kept, giver: kept, taker: kept },
    },
  };
  await db.execute(sql`create table people (id text primary key)`);
  await db.execute(
    sql`create table gifts (id text primary key, giver text references people, taker text references people)`,
  );
  await db.insert(people).values([{ id: "ann" }, { id: "bob" }]);
  await db.insert(gifts).values([
    { id: "from ann", giver: "ann", taker: "bob" },
    { id: "to ann", giver: "bob", taker: "ann" },
    { id: "neither", giver: "bob", taker: "bob" },
  ]);

  const plan = makePlan({ people, gifts }, map, person);
  const { db: journaled, journal } = memoryJournal(db, plan);
  await runPlan(journaled, plan, journal, {
    governor: paced({ budgetMs: 1_000, minRows: 1, maxRows: 1 }),
    isFrozen: false,
    now: () => new Date(),
    shouldYield: () => false,
  });

  expect(await db.select().from(gifts)).toEqual([{ id: "neither", giver: "bob", taker: "bob" }]);
  expect(await db.select().from(people).where(eq(people.id, "ann"))).toEqual([]);
});

test("what refers to a row by less than finds it goes only if that row is found", async ({
  db,
}) => {
  const letters = pgTable("letters", {
    id: text("id").primaryKey(),
    box: text("box").notNull(),
  });
  const replies = pgTable("replies", {
    id: text("id").primaryKey(),
    to: text("to").references(() => letters.id),
  });
  const map = {
    letters: {
      category: "letters",
      rows: { person: erase(where({ id: "letterId", box: "personId" })) },
      columns: { id: kept, box: kept },
    },
    replies: {
      category: "letters",
      rows: { person: erase(through("letters")) },
      columns: { id: kept, to: kept },
    },
  };
  const found = await rehearse(db, async (tx) => {
    await tx.execute(sql`create table letters (id text primary key, box text not null)`);
    await tx.execute(sql`create table replies (id text primary key, "to" text references letters)`);
    await tx.insert(letters).values([
      { id: "ann's", box: "ann" },
      { id: "bob's", box: "bob" },
    ]);
    await tx.insert(replies).values([
      { id: "to ann", to: "ann's" },
      { id: "to bob", to: "bob's" },
    ]);
    const counts = [];
    for (const letterId of ["ann's", "bob's"]) {
      const keys = { personId: "ann", letterId };
      const plan = makePlan({ letters, replies }, map, { kind: "person", keys });
      counts.push(await countPlan(tx, plan));
    }
    return counts;
  });

  expect(found).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

test("a table that is reached through itself is refused", () => {
  const folders = pgTable("folders", {
    id: text("id").primaryKey(),
    within: text("within").references((): AnyPgColumn => folders.id),
  });
  const map = {
    folders: {
      category: "files",
      rows: { person: erase(anyOf<string>(where({ id: "personId" }), through("folders"))) },
      columns: { id: kept, within: kept },
    },
  };

  expect(() => makePlan({ folders }, map, person)).toThrowError(
    expect.objectContaining({
      code: "circular_reference",
      message: expect.stringContaining('"folders" through itself'),
    }),
  );
});
