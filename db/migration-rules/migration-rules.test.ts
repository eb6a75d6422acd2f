import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockFaults } from "./lock-faults";
import { migrationFaults } from "./migration-faults";
import { type Shape, shapeFaults } from "./shape-faults";

const folder = join(import.meta.dirname, "..", "migrations");

/** The first release brings these to an empty database, with no release before it. */
const ofFirstRelease = 25;

test("a migration after the first release keeps nobody waiting, and the release before it works on", () => {
  expect(readdirSync(folder).filter((name) => name.endsWith(".sql")).length).toBeGreaterThan(20);
  expect(migrationFaults(folder, ofFirstRelease)).toEqual([]);
});

test("the first migration after the first release that locks for long, or takes a column away, is found", () => {
  const copy = mkdtempSync(join(tmpdir(), "lethe-migrations-"));
  try {
    const isOfFirstRelease = (path: string) =>
      Number(/\d{4}(?=_\w+\.\w+$)/.exec(path)?.[0] ?? 0) <= ofFirstRelease;
    cpSync(folder, copy, { recursive: true, filter: isOfFirstRelease });
    const last = readdirSync(join(copy, "meta"))
      .filter((name) => name.endsWith("_snapshot.json"))
      .toSorted()
      .at(-1);
    const add = (number: number, sql: string) => {
      writeFileSync(join(copy, `00${number}_added.sql`), sql);
      if (number === ofFirstRelease) return;
      copyFileSync(join(copy, "meta", last ?? ""), join(copy, "meta", `00${number}_snapshot.json`));
    };
    add(ofFirstRelease, 'CREATE INDEX "a" ON "messages" USING btree ("body");');
    expect(migrationFaults(copy, ofFirstRelease)).toEqual([]);

    add(ofFirstRelease + 1, 'CREATE INDEX "a" ON "messages" USING btree ("body");');
    expect(migrationFaults(copy, ofFirstRelease)).toEqual([
      expect.stringMatching(/^0026_added\.sql: CREATE INDEX .*CONCURRENTLY/),
    ]);

    const empty = { tables: {}, enums: {} };
    writeFileSync(join(copy, "meta", "0027_snapshot.json"), JSON.stringify(empty));
    expect(migrationFaults(copy, ofFirstRelease)).toContain(
      "0027_snapshot.json: public.messages is gone",
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
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
