import { sql } from "drizzle-orm";
import { expect, test } from "@/lib/testing/shop-test";
import { findUnknownReferences } from "./find-unknown-references";
import { shopPlan } from "./testing/purge";
import { rehearse } from "./testing/rehearse";

const closing = shopPlan({ kind: "shop", keys: { shopId: "any" } });

test("a schema that the database agrees with has no unknown references", async ({ db }) => {
  expect(await findUnknownReferences(db, closing)).toEqual([]);
});

test.for<[what: string, change: string, child: string]>([
  [
    "a table that nobody mapped",
    "create table notes (id int primary key, shop text references shops)",
    "notes",
  ],
  [
    "a table of another schema",
    "create schema crm; create table crm.notes (id int primary key, shop text references shops)",
    "crm.notes",
  ],
  [
    "a column that nobody declared",
    "alter table activity add constraint seen_in foreign key (shop_id) references shops",
    "activity",
  ],
  [
    "a partition alone",
    "alter table events_2026_01 add constraint sold_in foreign key (customer_id) references shops",
    "events",
  ],
])("a reference of %s is found and named", async ([, change, child], { db }) => {
  const gaps = await rehearse(db, async (tx) => {
    for (const statement of change.split(";")) await tx.execute(sql.raw(statement));
    return await findUnknownReferences(tx, closing);
  });

  expect(gaps).toEqual([
    expect.objectContaining({
      code: "unmapped_foreign_key",
      table: child,
      mend: expect.stringMatching(/^Declare ".*" in the Drizzle schema: .* "shops"/),
    }),
  ]);
});

test("a reference to a table that the purge leaves alone is none of its business", async ({
  db,
}) => {
  const gaps = await rehearse(db, async (tx) => {
    await tx.execute(sql`create table notes (id int primary key, who text references customers)`);
    return await findUnknownReferences(tx, closing);
  });

  expect(gaps).toEqual([]);
});
