import { sql } from "drizzle-orm";
import { type AnyPgColumn, pgTable, text } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import {
  type AnyErasureMap,
  anyOf,
  assertComplete,
  blankedFor,
  erase,
  findGaps,
  type Gap,
  GapError,
  kept,
  notAbout,
  readCatalog,
  retain,
  unreachable,
  where,
} from ".";
import * as shop from "./testing/shop";
import { shopMap, shopSubjects } from "./testing/shop-map";

/** What the compiler takes for a reason. */
const unsaid = [].join();

const { rows: ordersRows, columns: ordersColumns } = shopMap.orders;

const circular = {
  hens: pgTable("hens", {
    id: text("id").primaryKey(),
    eggId: text("egg_id").references((): AnyPgColumn => circular.eggs.id),
  }),
  eggs: pgTable("eggs", {
    id: text("id").primaryKey(),
    henId: text("hen_id").references((): AnyPgColumn => circular.hens.id),
  }),
};
const laidBy = where({ henId: "shopId" });
const circularMap: AnyErasureMap = {
  hens: {
    category: "birds",
    rows: { shop: erase(where({ id: "shopId" })), customer: notAbout },
    columns: { id: kept, eggId: kept },
  },
  eggs: {
    category: "birds",
    rows: { shop: erase(laidBy), customer: notAbout },
    columns: { id: kept, henId: kept },
  },
};

describe("the completeness gate", () => {
  test("is green on a map that leaves nothing out", () => {
    expect(gapsOf(shop, shopMap)).toEqual([]);
  });

  test.for<[what: string, schema: Record<string, unknown>, map: AnyErasureMap, gap: string]>([
    [
      "a new table",
      { ...shop, wishlists: pgTable("wishlists", { id: text("id").primaryKey() }) },
      shopMap,
      "unmapped_table wishlists",
    ],
    [
      "a new column",
      {
        ...shop,
        shops: pgTable("shops", {
          id: text("id").primaryKey(),
          name: text("name").notNull(),
          taxNumber: text("tax_number"),
        }),
      },
      shopMap,
      "unmapped_column shops.taxNumber",
    ],
    ["a removed entry", shop, without(shopMap, "events"), "unmapped_table events"],
    [
      "a removed verdict on a table",
      shop,
      { ...shopMap, orders: { ...shopMap.orders, rows: { shop: ordersRows.shop } } },
      "missing_verdict orders",
    ],
    [
      "a removed verdict on a column",
      shop,
      { ...shopMap, orders: { ...shopMap.orders, columns: without(ordersColumns, "shipTo") } },
      "unmapped_column orders.shipTo",
    ],
    ["a stale entry", shop, { ...shopMap, coupons: shopMap.shops }, "stale_table coupons"],
    [
      "a stale verdict on a column",
      shop,
      { ...shopMap, orders: { ...shopMap.orders, columns: { ...ordersColumns, fax: kept } } },
      "stale_column orders.fax",
    ],
    [
      "a waiver without a reason",
      shop,
      withVerdict(retain("evidence", unreachable(unsaid))),
      "missing_reason activity",
    ],
    [
      "a waiver whose reason is a blank",
      shop,
      withVerdict(erase(unreachable(`  ${unsaid}`))),
      "missing_reason activity",
    ],
    [
      "a waiver without a reason among other ways",
      shop,
      withVerdict(erase(anyOf<string>(where({ customerId: "customerId" }), unreachable(unsaid)))),
      "missing_reason activity",
    ],
    [
      "a retention without a name",
      shop,
      withVerdict(retain(unsaid, where({ customerId: "customerId" }))),
      "missing_reason activity",
    ],
  ])("turns red on %s, names it and nothing else", ([, schema, map, gap]) => {
    expect(gapsOf(schema, map)).toEqual([gap]);
  });

  test("lets a waiver with a reason pass", () => {
    expect(gapsOf(shop, withVerdict(retain("evidence", unreachable("it names nobody"))))).toEqual(
      [],
    );
  });

  test.for<
    [what: string, schema: Record<string, unknown>, map: AnyErasureMap, gap: string, mend: RegExp]
  >([
    [
      "a circle of foreign keys",
      { ...shop, ...circular },
      { ...shopMap, ...circularMap },
      "circular_reference hens",
      /hens -> eggs -> hens\. Drop one/,
    ],
    [
      "a foreign key to a table that has been left out",
      { ...shop, eggs: circular.eggs },
      shopMap,
      "unmapped_table hens",
      /"eggs" refers to "hens", .* Export it/,
    ],
    [
      "a table without a primary key",
      { ...shop, notes: pgTable("notes", { body: text("body") }) },
      shopMap,
      "no_primary_key notes",
      /"notes" has no primary key\. Give it one/,
    ],
    [
      "a foreign key that would be left pointing at nothing",
      shop,
      {
        ...shopMap,
        orderLines: {
          ...shopMap.orderLines,
          rows: { ...shopMap.orderLines.rows, customer: notAbout },
        },
      },
      "unreachable_table order_lines",
      /"order_lines" may refer to rows of "orders" .* Erase them too, through "orders", or blank/,
    ],
    [
      "a verdict that names a column that is not there",
      shop,
      withVerdict(erase(where({ buyer: "customerId" }))),
      "unknown_column activity",
      /names a column "buyer" that "activity" does not have\. Remove it/,
    ],
    [
      "a column that cannot be what it is blanked to",
      shop,
      {
        ...shopMap,
        activity: {
          ...shopMap.activity,
          columns: { ...shopMap.activity.columns, message: blankedFor(["customer"]) },
        },
      },
      "cannot_be_blanked activity",
      /blanks "activity"\."message", which cannot be null: name a value/,
    ],
  ])("turns red on %s, and says how to mend it", ([, schema, map, gap, mend]) => {
    const gaps = findGaps(schema, map, shopSubjects);

    expect(gaps.map(inWords)).toEqual([gap]);
    expect(gaps[0]?.mend).toMatch(mend);
  });

  test("turns red for every kind of subject that the map has never heard of", () => {
    const gaps = findGaps(shop, shopMap, [...shopSubjects, "courier"]);

    expect(gaps).toHaveLength(Object.keys(shopMap).length);
    expect(new Set(gaps.map(({ code }) => code))).toEqual(new Set(["missing_verdict"]));
  });

  test.for<[what: string, change: string, gap: string]>([
    [
      "a table that only it knows",
      "create table notes (id int primary key)",
      "unknown_to_schema notes",
    ],
    [
      "a column that only it knows",
      "alter table orders add gift_note text",
      "unknown_to_schema orders.gift_note",
    ],
    [
      "a foreign key that only it knows",
      "alter table activity add constraint activity_of foreign key (customer_id) references customers",
      "unmapped_foreign_key activity",
    ],
    [
      "the loss of a column",
      "alter table orders drop ship_to",
      "missing_in_database orders.ship_to",
    ],
    ["the loss of a table", "drop table activity", "missing_in_database activity"],
    [
      "the loss of an index that a purge walks",
      "drop index orders_customer_id_index",
      "missing_index orders.customer_id",
    ],
    [
      "the loss of an index that finds elements",
      "drop index products_watched_by_index",
      "missing_index products.watched_by",
    ],
    [
      "an index of a list that finds the whole list only",
      `drop index products_watched_by_index;
       create index on products (watched_by)`,
      "missing_index products.watched_by",
    ],
    [
      "a foreign key that only a partition has",
      "alter table events_2026_01 add constraint paid_by foreign key (customer_id) references shops",
      "unmapped_foreign_key events",
    ],
    [
      "a table of another schema that refers to one of these",
      `create schema crm;
       create table crm.notes (id int primary key, customer_id text references customers)`,
      "unknown_to_schema crm.notes",
    ],
    [
      "a table that inherits from one of these and adds to it",
      `create table vip_activity (favour text) inherits (activity)`,
      "unknown_to_schema vip_activity",
    ],
    [
      "an index that leaves rows out",
      `drop index orders_customer_id_index;
       create index on orders (customer_id) where number > 100`,
      "missing_index orders.customer_id",
    ],
    [
      "an index of a kind that finds no single value",
      `drop index orders_customer_id_index;
       create index on orders using brin (customer_id)`,
      "missing_index orders.customer_id",
    ],
  ])("asks the database too, and turns red on %s", async ([, change, gap], { db }) => {
    expect(await gapsAfter(db, change)).toEqual([gap]);
  });

  test("names a circle that only the database knows, and all that is on it", async ({ db }) => {
    const gaps = await findGapsAfter(
      db,
      `alter table categories add unique (title);
       alter table shops add constraint best_sold foreign key (name) references categories (title)`,
    );

    expect(gaps.map(inWords)).toEqual([
      "unmapped_foreign_key shops",
      "circular_reference categories",
    ]);
    expect(gaps[0]?.mend).toContain('Declare "best_sold"');
    expect(gaps[1]?.mend).toContain("categories -> shops -> categories: drop one");
  });

  test("takes a table that inherits all it has for a part of the other", async ({ db }) => {
    expect(await gapsAfter(db, "create table old_activity () inherits (activity)")).toEqual([]);
  });

  test("is a guard, too: it throws what it found, by name and with how to mend it", async ({
    db,
  }) => {
    await assertComplete(db, shop, shopMap, shopSubjects);

    const guarded = assertComplete(db, shop, without(shopMap, "events"), shopSubjects);

    await expect(guarded).rejects.toThrow(GapError);
    await expect(guarded).rejects.toMatchObject({
      message: "unmapped_table events: Give it a verdict in the erasure map.",
      gaps: [{ code: "unmapped_table", table: "events" }],
    });
  });

  test("takes an index without its nulls for a whole one: no equality finds a null", async ({
    db,
  }) => {
    const gaps = await gapsAfter(
      db,
      `drop index orders_customer_id_index;
       create index on orders (customer_id) where customer_id is not null`,
    );

    expect(gaps).toEqual([]);
  });
});

async function gapsAfter(db: ShopDb, change: string): Promise<string[]> {
  return (await findGapsAfter(db, change)).map(inWords);
}

async function findGapsAfter(db: ShopDb, change: string): Promise<Gap[]> {
  return await db
    .transaction(async (tx) => {
      for (const statement of change.split(";")) await tx.execute(sql.raw(statement));
      throw new Seen(findGaps(shop, shopMap, shopSubjects, await readCatalog(tx)));
    })
    .catch((error: unknown) => (error instanceof Seen ? error.gaps : Promise.reject(error)));
}

/** Leaves the transaction, and the database as it was. */
class Seen extends Error {
  readonly gaps: Gap[];

  constructor(gaps: Gap[]) {
    super("seen");
    this.gaps = gaps;
  }
}

function gapsOf(schema: Readonly<Record<string, unknown>>, map: AnyErasureMap): string[] {
  return findGaps(schema, map, shopSubjects).map(inWords);
}

function inWords({ code, table, column }: Gap): string {
  return column === null ? `${code} ${table}` : `${code} ${table}.${column}`;
}

function withVerdict(customer: AnyErasureMap[string]["rows"][string]): AnyErasureMap {
  const { activity } = shopMap;
  return { ...shopMap, activity: { ...activity, rows: { ...activity.rows, customer } } };
}

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = whole;
  return rest;
}
