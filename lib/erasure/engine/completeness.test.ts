import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import {
  type AnyErasureMap,
  anyOf,
  erase,
  findGaps,
  type Gap,
  kept,
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
  return await db
    .transaction(async (tx) => {
      for (const statement of change.split(";")) await tx.execute(sql.raw(statement));
      throw new Seen(findGaps(shop, shopMap, shopSubjects, await readCatalog(tx)).map(inWords));
    })
    .catch((error: unknown) => (error instanceof Seen ? error.gaps : Promise.reject(error)));
}

/** Leaves the transaction, and the database as it was. */
class Seen extends Error {
  readonly gaps: string[];

  constructor(gaps: string[]) {
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
