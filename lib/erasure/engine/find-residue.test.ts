import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { pgTable, uuid } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import { expect, type ShopDb, test } from "@/lib/testing/shop-test";
import {
  blankedFor,
  erase,
  findGaps,
  findResidue,
  kept,
  makePlan,
  mayMention,
  type Residue,
  retain,
  type Subject,
  through,
  where,
} from ".";
import { shopPlan } from "./testing/purge";
import * as shop from "./testing/shop";
import { customerId, shopId, writeShopGraph } from "./testing/shop-graph";
import { shopMap, shopSubjects } from "./testing/shop-map";
import { smallShops } from "./testing/small-shops";

const left: Subject = { kind: "customer", keys: { customerId: "c-9", email: "nine@example.test" } };
const identifiers = ["nine@example.test", "martina"];

describe("a count of rows that are left", () => {
  const present: Subject = { kind: "shop", keys: { shopId: shopId(0) } };

  test("finds the same with several readers, of which each table is read by one", async ({
    db,
  }) => {
    await writeShopGraph(db, smallShops);
    await db.execute(sql`analyze`);
    const alone = await findResidue(db, shopPlan(present), []);
    expect(alone.length).toBeGreaterThan(5);
    const together = await findResidue(db, shopPlan(present), [], { readers: 3 });
    expect(together).toHaveLength(alone.length);
    expect(together).toEqual(expect.arrayContaining(alone));
  });

  test("says after each table that it goes on, in no transaction of its own", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const plan = shopPlan(present);
    const open: unknown[] = [];
    let pages = 0;
    await findResidue(db, plan, [], {
      onPage: async () => {
        open.push(
          ...(await db.execute(sql`select pid from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'`)),
        );
        pages += 1;
      },
    });
    expect(pages).toBe(plan.steps.length);
    expect(open).toEqual([]);
  });

  test("fails when one of its readers does", async ({ db }) => {
    await db.execute(sql`alter table order_lines rename to lines`);
    const counted = findResidue(db, shopPlan(present), [], { readers: 3 });
    await expect(
      counted.finally(() => db.execute(sql`alter table lines rename to order_lines`)),
    ).rejects.toMatchObject({ cause: { code: "42P01" } });
  });
});

describe("a search for identifiers", () => {
  test("goes through every page, and counts each row once", async ({ db }) => {
    await db.execute(sql`
      insert into activity (shop_id, message)
      select 'any', case when n % 3 = 0 then 'to NINE@example.test' else 'nothing' end
      from generate_series(1, 4500) as n`);
    await db.insert(shop.shops).values({ id: "any", name: "Any" });
    await db.execute(sql`
      insert into events (shop_id, occurred_at, id, payload)
      select 'any', '2026-01-01Z'::timestamptz + n * interval '1 microsecond', n % 2,
        jsonb_build_object('to', case when n > 4400 then 'nine@example.test' end)
      from generate_series(1, 4500) as n`);

    expect(await find(db)).toEqual([
      { kind: "identifier", table: "activity", column: "message", rows: 1500 },
      { kind: "identifier", table: "events", column: "payload", rows: 100 },
    ]);
  });

  test("reads nobody's rows and no other customer's", async ({ db }) => {
    await writeShopGraph(db, smallShops);
    const message = "asked nine@example.test";
    await db
      .insert(shop.activity)
      .values({ shopId: shopId(0), customerId: customerId(1), message });
    expect(await find(db)).toEqual([]);

    await db.insert(shop.activity).values({ shopId: shopId(0), customerId: null, message });
    expect(await find(db)).toEqual([
      { kind: "identifier", table: "activity", column: "message", rows: 1 },
    ]);
  });

  test("reads only the rows of what the subject was part of, where that is known", async ({
    db,
  }) => {
    const message = "asked nine@example.test";
    await db.insert(shop.activity).values({ shopId: "other", message });
    const within = (of: string[]) =>
      findResidue(db, shopPlan(left), identifiers, { above: { shopId: of } });

    expect(await within(["mine"])).toEqual([]);
    expect(await within([])).toEqual([]);
    expect(await within(["mine", "other"])).toHaveLength(1);
  });

  test("reports a name that many have as a mention", async ({ db }) => {
    await db.insert(shop.activity).values({ shopId: "any", message: "thanks, Martina" });
    expect(await find(db)).toEqual([
      { kind: "mention", table: "activity", column: "message", rows: 1 },
    ]);
  });

  test("reports as a mention what the map excuses, but not in a column that it blanks", async ({
    db,
  }) => {
    const words = "these are other people's words";
    const { activity, invoices } = shopMap;
    const map = {
      ...shopMap,
      activity: {
        ...activity,
        columns: { ...activity.columns, message: mayMention(["customer"], words) },
      },
      invoices: {
        ...invoices,
        columns: {
          ...invoices.columns,
          buyerEmail: mayMention(["customer"], words, invoices.columns.buyerEmail),
        },
      },
    };
    const plan = makePlan(shop, map, left);
    await db.insert(shop.activity).values({ shopId: "any", message: "by nine@example.test" });
    await db.insert(shop.invoices).values({
      shopId: "any",
      number: "1",
      netMinor: 1,
      buyerName: "removed",
      buyerEmail: "nine@example.test",
    });

    expect(await findResidue(db, plan, identifiers)).toEqual([
      { kind: "mention", table: "activity", column: "message", rows: 1 },
      { kind: "identifier", table: "invoices", column: "buyer_email", rows: 1 },
    ]);
    expect(findGaps(shop, map, shopSubjects)).toEqual([]);
  });

  test("says of a place that it may not read that nobody can vouch for it", async ({ db }) => {
    const residue = await undone(db, async (tx) => {
      await tx.execute(sql`create table secrets (id int primary key, note text)`);
      await tx.execute(sql`create role reader`);
      await tx.execute(sql`grant select on all tables in schema public to reader`);
      await tx.execute(sql`revoke all on secrets from reader`);
      await tx.execute(sql`set local role reader`);
      return await findResidue(tx, shopPlan(left), identifiers);
    });

    expect(residue).toEqual([{ kind: "unreadable", table: "secrets", column: null, rows: 0 }]);
  });
});

test("a reference that an unchecked purge has left is found by its value", async ({ db }) => {
  const residue = await undone(db, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(shop.customers).values({
      id: "c-1",
      name: "One",
      email: "one@example.test",
      referredBy: "c-9",
    });
    return await findResidue(tx, shopPlan(left), []);
  });

  expect(residue).toEqual([
    { kind: "unblanked", table: "customers", column: "referred_by", rows: 1 },
  ]);
});

test("an id that no foreign key explains is found by its value, when its reach leads nowhere now", async ({
  db,
}) => {
  const people = pgTable("people", { id: uuid("id").primaryKey() });
  const sales = pgTable("sales", {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").references(() => people.id),
  });
  const receipts = pgTable("receipts", {
    id: uuid("id").primaryKey(),
    saleId: uuid("sale_id").references(() => sales.id),
    sellerId: uuid("seller_id"),
  });
  const released = blankedFor(["person"]);
  const map = {
    people: {
      category: "people",
      rows: { person: erase(where({ id: "personId" })) },
      columns: { id: kept },
    },
    sales: {
      category: "sales",
      rows: { person: erase(where({ personId: "personId" })) },
      columns: { id: kept, personId: kept },
    },
    receipts: {
      category: "sales",
      rows: { person: retain("tax", through("sales")) },
      columns: { id: kept, saleId: released, sellerId: released },
    },
  };
  const [person, other] = [randomUUID(), randomUUID()];

  const residue = await undone(db, async (tx) => {
    await tx.execute(sql`create table people (id uuid primary key)`);
    await tx.execute(sql`create table sales (id uuid primary key, person_id uuid)`);
    await tx.execute(
      sql`create table receipts (id uuid primary key, sale_id uuid, seller_id uuid)`,
    );
    await tx
      .insert(receipts)
      .values([person, other].map((sellerId) => ({ id: sellerId, sellerId })));
    const subject = { kind: "person", keys: { personId: person } };
    return await findResidue(tx, makePlan({ people, sales, receipts }, map, subject), []);
  });

  expect(residue).toEqual([{ kind: "unblanked", table: "receipts", column: "seller_id", rows: 1 }]);
});

test("the completeness gate asks why a column may mention somebody", () => {
  const { activity } = shopMap;
  // @ts-expect-error: the compiler asks, too.
  const columns = { ...activity.columns, message: mayMention(["customer"], " ", kept) };
  const map = { ...shopMap, activity: { ...activity, columns } };

  expect(findGaps(shop, map, shopSubjects)).toEqual([
    expect.objectContaining({ code: "missing_reason", table: "activity", column: "message" }),
  ]);
});

async function find(db: ShopDb): Promise<Residue[]> {
  return await findResidue(db, shopPlan(left), identifiers);
}

class Undone<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super("undone");
    this.result = result;
  }
}

async function undone<T>(
  db: ShopDb,
  work: (tx: Parameters<Parameters<ShopDb["transaction"]>[0]>[0]) => Promise<T>,
): Promise<T> {
  return await db
    .transaction(async (tx): Promise<T> => {
      throw new Undone(await work(tx));
    })
    .catch((error: unknown) => (error instanceof Undone ? error.result : Promise.reject(error)));
}
