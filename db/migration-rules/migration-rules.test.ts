import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockFaults } from "./lock-faults";
import { Shape, shapeFaults } from "./shape-faults";

const folder = join(import.meta.dirname, "..", "migrations");

/** The first release brings these to an empty database, with no release before it. */
const ofFirstRelease = 30;

test("a migration after the first release keeps nobody waiting, and the release before it works on", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(names.length).toBeGreaterThan(20);
  const faults = names
    .filter((name) => Number(name.slice(0, 4)) > ofFirstRelease)
    .map((name) => [name, lockFaults(readFileSync(join(folder, name), "utf8"))] as const);
  expect(Object.fromEntries(faults.filter(([, found]) => found.length > 0))).toEqual({});

  const shapes = readdirSync(join(folder, "meta"))
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .map((name) => ({
      name,
      shape: Shape.parse(JSON.parse(readFileSync(join(folder, "meta", name), "utf8"))),
    }));
  const broken = shapes.flatMap(({ name, shape }, at) => {
    const before = shapes[at - 1];
    if (before === undefined || Number(name.slice(0, 4)) <= ofFirstRelease) return [];
    return shapeFaults(before.shape, shape).map((fault) => `${name}: ${fault}`);
  });
  expect(broken).toEqual([]);
});

test.each([
  [`CREATE INDEX "a" ON "messages" USING btree ("b");`],
  [`CREATE UNIQUE INDEX "a" ON "messages" ("b");`],
  [`ALTER TABLE "messages" ADD COLUMN "b" text NOT NULL;`],
  [`ALTER TABLE "messages" ADD COLUMN "b" uuid DEFAULT gen_random_uuid() NOT NULL;`],
  [`ALTER TABLE "messages" ADD CONSTRAINT "c" FOREIGN KEY ("b") REFERENCES "users"("id");`],
  [`ALTER TABLE "messages" ADD CONSTRAINT "c" CHECK ("b" > 0);`],
  [`ALTER TABLE "messages" ALTER COLUMN "b" SET NOT NULL;`],
  [`ALTER TABLE "messages" ALTER COLUMN "b" SET DATA TYPE bigint;`],
  [`ALTER TABLE "messages" DROP COLUMN "b";`],
  [`ALTER TABLE "messages" RENAME COLUMN "b" TO "c";`],
  [`DROP TABLE "messages";`],
  [`-- why\nUPDATE messages SET b = 1;`],
  [`CREATE TABLE "others" ("id" uuid);--> statement-breakpoint\nDROP TABLE "messages";`],
])("%s keeps others waiting, and is found", (migration) => {
  expect(lockFaults(migration)).toHaveLength(1);
});

test.each([
  [
    `CREATE TABLE "n" ("id" uuid NOT NULL);--> statement-breakpoint\nCREATE INDEX "a" ON "n" ("id");`,
  ],
  [`CREATE INDEX CONCURRENTLY "a" ON "messages" ("b");`],
  [`ALTER TABLE "messages" ADD COLUMN "b" text;`],
  [`ALTER TABLE "messages" ADD COLUMN "b" boolean DEFAULT false NOT NULL;`],
  [`ALTER TABLE "messages" ADD CONSTRAINT "c" CHECK ("b" > 0) NOT VALID;`],
  [`CALL raise_fences();`],
])("%s keeps nobody waiting", (migration) => {
  expect(lockFaults(migration)).toEqual([]);
});

test("what the release before would miss, or leave out, is found", () => {
  const shape = (columns: Shape["tables"][string]["columns"]): Shape => ({
    tables: { "public.t": { columns } },
    enums: {},
  });
  const text = { name: "a", type: "text", notNull: false };
  const older = shape({ a: text });

  expect(shapeFaults(older, shape({ a: text, b: { ...text, name: "b" } }))).toEqual([]);
  const filled = { ...text, name: "b", notNull: true, default: "''" };
  expect(shapeFaults(older, shape({ a: text, b: filled }))).toEqual([]);
  for (const newer of [
    shape({}),
    shape({ a: { ...text, type: "uuid" } }),
    shape({ a: { ...text, notNull: true } }),
    shape({ a: text, b: { ...text, name: "b", notNull: true } }),
    { tables: {}, enums: {} },
  ]) {
    expect(shapeFaults(older, newer)).toHaveLength(1);
  }
});
